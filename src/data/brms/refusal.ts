// A request that is refused: what was asked, the sentence, and the way that there is instead.
import type {ModelSpec} from "../../engine/index.js";
import type {Shown} from "./pair.js";

/** A request, the sentence that answers it, and the way that there is instead. */
export interface Refusal {
  readonly what: string;
  /** As brms is asked. */
  readonly brms: string;
  readonly spec: ModelSpec;
  readonly sentence: string;
  /** What to do here; Markdown's backquotes mark code. */
  readonly instead: string;
}

/** A refusal as a page shows it. */
export function shownRefusal({what, brms, sentence, instead}: Refusal): Shown {
  return {what, left: brms, right: sentence, note: instead};
}

/** Where no way is left here. */
export const elsewhere = "Fit that model with brms.";
const byFunction = "unknown function in formula: %(); use I(), scale2(), factor()";

/** A refusal of a function in a formula. */
export function unknownFunction(
  what: string,
  formula: string,
  name: string,
  instead: string
): Refusal {
  return {what, brms: formula, spec: {formula}, sentence: byFunction.replace("%", name), instead};
}
