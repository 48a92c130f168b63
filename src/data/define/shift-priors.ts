// Priors on how modifiers shift the effect, as a declaration says them at once.
import {parseFormula} from "../../engine/index.js";
import type {Coded} from "./column-codes.js";

/** What stands before a declared prior on all shifts, in place of a class of parameters. */
const SHIFT = /^\s*shift\s*:/u;

/** A formula and what its terms are of. */
export interface ShiftInput {
  readonly formula: string;
  readonly treatment: string;
  /** Every modifier and control. */
  readonly coded: Readonly<Record<string, Coded>>;
}

/**
 * The priors of a model, with "shift: normal(0, 0.25)" made one prior for every coefficient by which a modifier or
 * control shifts the effect: "b[t:age]: normal(0, 0.25)". A formula without any takes none.
 * Raises an InputError on a formula that does not parse.
 */
export function withShiftPriors(priors: readonly string[], input: ShiftInput): string[] {
  if (!priors.some((text) => SHIFT.test(text))) return [...priors];
  const names = shiftNames(input);
  return priors.flatMap((text) =>
    SHIFT.test(text) ? names.map((name) => text.replace(SHIFT, `b[${name}]:`)) : [text]
  );
}

/** The coefficients of products of the treatment with coded columns, without "b_". */
export function shiftNames({formula, treatment, coded}: ShiftInput): string[] {
  const terms = parseFormula(formula).equations.flatMap((equation) => equation.terms);
  return terms.flatMap((term) => {
    const names = term.map(({name}) => name);
    const isShift =
      names.length > 1 &&
      names.includes(treatment) &&
      names.every((name) => name === treatment || Object.hasOwn(coded, name));
    return isShift ? products(names.map((name) => endingsOf(name, coded))) : [];
  });
}

/** A column's coefficients by name; of the treatment, which is 0 or 1, it is its own. */
function endingsOf(name: string, coded: ShiftInput["coded"]): string[] {
  if (!Object.hasOwn(coded, name)) return [name];
  return Object.keys(coded[name].coefficients).map((ending) => `${name}${ending}`);
}

/** Every choice of one name from each list, joined as brms joins them. */
function products(lists: readonly (readonly string[])[]): string[] {
  return lists
    .reduce<string[]>(
      (before, list) => before.flatMap((one) => list.map((next) => `${one}:${next}`)),
      [""]
    )
    .map((name) => name.slice(1));
}
