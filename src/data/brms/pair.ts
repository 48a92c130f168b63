// A model or a prior in brms's words and in ours, and how either is written out.
import type {ModelSpec} from "../../engine/index.js";

/** One thing that both can say; `brms` is R code, `spec` what our engine is given. */
export interface Pair {
  /** What it says, in words. */
  readonly what: string;
  readonly brms: RModel;
  readonly spec: ModelSpec;
  /** What a reader who comes from brms should know; Markdown's backquotes mark code. */
  readonly note?: string;
}

/** A model as brms is given it: R code of its formula, and of its prior and family where given. */
export interface RModel {
  /** A formula, or a call of bf(). */
  readonly formula: string;
  readonly family?: string;
  /** A call of prior() or of c(). */
  readonly prior?: string;
}

/** The model that examples of priors are about. */
export const exampleFormula = "y ~ t + (1 + t | school)";

/** R code to show: the prior alone where a pair is about one, else the formula and its family. */
export function rText({formula, family, prior}: RModel): string {
  if (prior !== undefined) return prior;
  return [formula, ...(family === undefined ? [] : [`family = ${family}`])].join(",\n");
}

/**
 * Flags of `poolhouse fit` that say what a spec says; without the formula where it is that of the
 * examples and priors are given.
 */
export function flagsText({
  formula,
  equations = [],
  family,
  priors = [],
  ...effect
}: ModelSpec): string {
  const {treatment, by = [], scale} = effect;
  const isExample = formula === exampleFormula && (priors.length > 0 || treatment !== undefined);
  return [
    ...(isExample ? [] : [`--formula "${formula}"`]),
    ...equations.map((equation) => `--equation "${equation}"`),
    ...(family === undefined ? [] : [`--family "${family}"`]),
    ...priors.map((prior) => `--prior "${prior}"`),
    ...(treatment === undefined ? [] : [`--treatment ${treatment}`]),
    ...(by.length === 0 ? [] : [`--by ${by.join(",")}`]),
    ...(scale === undefined ? [] : [`--scale ${scale}`])
  ]
    .map((flag) => flag.replace(/^(--family) "(\w+)"$/u, "$1 $2"))
    .join("\n");
}

/** Two pieces of code for a page to set side by side. */
export interface Shown {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly note?: string;
}

/** A pair as a page shows it. */
export function shownPair({what, brms, spec, note}: Pair): Shown {
  return {what, left: rText(brms), right: flagsText(spec), ...(note !== undefined && {note})};
}
