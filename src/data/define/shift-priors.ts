// Priors on how modifiers shift the effect, as a declaration says them at once.
import type {Coded} from "./column-codes.js";

/** What stands before a declared prior on all shifts, in place of a class of parameters. */
const SHIFT = /^\s*shift\s*:/u;

/** A formula, and the columns of a study. */
export interface ShiftInput {
  readonly formula: string;
  readonly treatment: string;
  readonly modifiers: readonly string[];
  readonly coded: Readonly<Record<string, Coded>>;
}

/** The treatment times all modifiers, as the usual formula has it: "letter * (party + age)". */
export function shiftsText(treatment: string, modifiers: readonly string[]): string {
  const sum = modifiers.length === 1 ? modifiers[0] : `(${modifiers.join(" + ")})`;
  return `${treatment} * ${sum}`;
}

/**
 * The priors of a model, with "shift: normal(0, 0.25)" made one prior for every coefficient by which a modifier shifts
 * the effect: "b[letter:age]: normal(0, 0.25)". An author's own formula without the usual product takes none: priors on
 * its coefficients are the author's too.
 */
export function withShiftPriors(priors: readonly string[], input: ShiftInput): string[] {
  const names = hasShifts(input) ? shiftNames(input) : [];
  return priors.flatMap((text) =>
    SHIFT.test(text) ? names.map((name) => text.replace(SHIFT, `b[${name}]:`)) : [text]
  );
}

/** The coefficients of the usual product that shift the effect, without "b_". */
export function shiftNames({
  treatment,
  modifiers,
  coded
}: Pick<ShiftInput, "treatment" | "modifiers" | "coded">): string[] {
  return modifiers.flatMap((name) =>
    Object.keys(coded[name].coefficients).map((ending) => `${treatment}:${name}${ending}`)
  );
}

/** Whether the formula has the usual product, however it is spaced. */
function hasShifts({formula, treatment, modifiers}: ShiftInput): boolean {
  const [text, product] = [formula, shiftsText(treatment, modifiers)].map((one) =>
    one.replaceAll(/\s/gu, "")
  );
  const at = text.indexOf(product);
  // The rest of a longer name would be another column.
  return at >= 0 && !/^[\p{L}\p{N}._]/u.test(text.slice(at + product.length));
}
