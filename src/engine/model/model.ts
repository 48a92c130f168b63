// A model on data: the text a person writes, checked and made ready for a sampler.
import {compress, type Cells} from "../design/cells.js";
import {countRows, type Counts} from "../design/counts.js";
import {createDesign, type Design} from "../design/design.js";
import {binaryCellRows, cellRows, type CellRows} from "../design/cell-rows.js";
import {usableRows} from "../design/rows.js";
import {isSummed, type SummedRows} from "../design/summed-rows.js";
import {error} from "../error.js";
import {parseFormula, type Formula} from "../formula/formula.js";
import {locationOf} from "../math/location.js";
import type {Columns} from "../types.js";
import {defaultPriors} from "./default-priors.js";
import {parseFamily, type OutcomeFamily} from "./family.js";
import {correlationNames, levelNames, populationName, sdNames, SIGMA} from "./names.js";
import {assignPriors, type ModelPriors} from "./priors.js";

/** A model as a person writes it. */
export interface ModelSpec {
  /**
   * brms's language: "y ~ 1 + x + (1 + t | a*b)", or "y ~ lambda * t + controls"; "y | se(s) ~ …"
   * with known standard errors, "y | weights(w) ~ …" with weights.
   */
  readonly formula: string;
  /** The equations of the two-equation form, such as "lambda ~ z + (1 | g)". */
  readonly equations?: readonly string[];
  /** The outcome's distribution: "gaussian", the default, or "bernoulli" with a logit link. */
  readonly family?: string;
  /** Statements such as "b[alliance]: normal(0, 1)"; brms's defaults for the rest. */
  readonly priors?: readonly string[];
  /** The column whose effect is asked for. */
  readonly treatment?: string;
  /** The columns that the effect may vary by; their combinations are the groups. */
  readonly by?: readonly string[];
  /** What effects are told in: "link", the default, or "response", the outcome's own units. */
  readonly scale?: string;
}

/** A model joined with its data. */
export interface Model {
  readonly spec: ModelSpec;
  readonly family: OutcomeFamily;
  readonly design: Design;
  readonly cells: Cells;
  /** What a Bernoulli likelihood needs beside the cells; null for a Gaussian one. */
  readonly counts: Counts | null;
  readonly priors: ModelPriors;
  /** The names of all parameters, brms's: b, sd, cor, sigma if any, then the levels' coefficients. */
  readonly variables: readonly string[];
}

/**
 * Reads a model's text and joins it with data: rows, or what is known of them once they are summed
 * (`sumRows`), from which a Gaussian model gets the same posterior.
 * Raises an InputError on text that does not parse, columns that are not there, an outcome that
 * does not vary or does not suit the family, weights or standard errors that cannot be, data with no
 * usable row, priors that fit no parameter, or an unknown family.
 */
export function createModel(spec: ModelSpec, data: Columns | SummedRows): Model {
  const {priors = [], equations = [], by = [], treatment} = spec;
  const family = parseFamily(spec.family ?? "gaussian");
  const formula = parseFormula(spec.formula, equations);
  if (formula.errors && family !== "gaussian")
    error(
      `unsupported se(): family ${family}; known standard errors go with family gaussian, so leave se() out`
    );
  const also = treatment === undefined ? by : [treatment, ...by];
  const {rows, within} = rowsOf(formula, data, family, also);
  const design = createDesign(formula, rows, within);
  const cells = compress(design);
  const counts = family === "bernoulli" ? countRows(design, cells) : null;
  const location = isSummed(data) ? data.outcome : locationOf(design.outcome);
  const defaults = defaultPriors(location, family, formula.errors !== null);
  const assigned = assignPriors(design, priors, defaults);
  const variables = variableNames(design, assigned);
  return {spec, family, design, cells, counts, priors: assigned, variables};
}

function rowsOf(
  formula: Formula,
  data: Columns | SummedRows,
  family: OutcomeFamily,
  also: readonly string[]
): CellRows {
  if (!isSummed(data)) return {rows: usableRows(formula, data, also), within: null};
  return family === "bernoulli"
    ? binaryCellRows(formula, data, also)
    : cellRows(formula, data, also);
}

function variableNames({coefficients, terms}: Design, {sigma}: ModelPriors): string[] {
  const names = [
    ...coefficients.map(populationName),
    ...terms.flatMap(sdNames),
    ...terms.flatMap(correlationNames),
    ...(sigma ? [SIGMA] : []),
    ...terms.flatMap(levelNames)
  ];
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name))
      error(`ambiguous term: ${name} would be estimated twice; write the term once`);
    seen.add(name);
  }
  return names;
}
