// A hierarchical model written a second time, to simulate from: names, priors, data, log likelihood.
import type {ModelSpec} from "../../src/engine/model/model.js";
import type {Columns, Generator} from "../../src/engine/types.js";
import {drawCorrelationFactor, type Prior} from "./prior.js";

export interface GroupTerm {
  readonly group: string;
  /** "Intercept" or names of numeric columns. */
  readonly coefficients: readonly string[];
  readonly correlated: boolean;
}

/** A model with an intercept, its priors and the columns that it is simulated on. */
export interface Generative {
  readonly id: string;
  readonly family: "gaussian" | "bernoulli";
  /** The column of known standard errors, which takes the place of sigma. */
  readonly errors?: string;
  /** Numeric columns with a population coefficient, beside the intercept. */
  readonly population: readonly string[];
  readonly terms: readonly GroupTerm[];
  /** The intercept's prior is where all columns are at their means; `cor` is LKJ's eta. */
  readonly priors: {
    readonly intercept: Prior;
    readonly b: Prior;
    readonly sd: Prior;
    readonly cor: number;
    readonly sigma: Prior;
  };
  readonly treatment?: string;
  readonly by?: readonly string[];
  /** Everything but the outcome `y`. */
  readonly columns: Columns;
}

/** Parameters by the names that a fit gives them. */
export type Truth = ReadonlyMap<string, number>;

const numbers = (columns: Columns, name: string): ArrayLike<number> =>
  columns[name] as Float64Array;

const rowsOf = ({columns}: Generative): number => Object.values(columns)[0].length;

/** The columns a coefficient multiplies: ones for the intercept. */
function valueAt({columns}: Generative, coefficient: string, i: number): number {
  return coefficient === "Intercept" ? 1 : numbers(columns, coefficient)[i];
}

const levelName = (group: string, level: string, coefficient: string): string =>
  `r_${group}[${level},${coefficient}]`;

const levelAt = ({columns}: Generative, group: string, i: number): string =>
  (columns[group] as readonly string[])[i];

/** The model as a person would write it for the engine. */
export function specOf(model: Generative): ModelSpec {
  const {family, errors, population, terms, priors, treatment, by} = model;
  const groups = terms.map(({group, coefficients, correlated}) => {
    const slopes = coefficients.filter((name) => name !== "Intercept");
    const intercept = slopes.length < coefficients.length ? "1" : "0";
    return `(${[intercept, ...slopes].join(" + ")} ${correlated ? "|" : "||"} ${group})`;
  });
  const response = errors === undefined ? "y" : `y | se(${errors})`;
  const correlations = terms.some((term) => term.correlated && term.coefficients.length > 1);
  return {
    formula: `${response} ~ ${["1", ...population, ...groups].join(" + ")}`,
    family,
    priors: [
      `Intercept: ${priors.intercept.text}`,
      ...(population.length ? [`b: ${priors.b.text}`] : []),
      ...(terms.length ? [`sd: ${priors.sd.text}`] : []),
      ...(correlations ? [`cor: lkj(${priors.cor})`] : []),
      ...(hasSigma(model) ? [`sigma: ${priors.sigma.text}`] : [])
    ],
    treatment,
    by
  };
}

function hasSigma({family, errors}: Generative): boolean {
  return family === "gaussian" && errors === undefined;
}

/** Parameters from their priors, levels' coefficients from their covariance. */
export function drawTruth(model: Generative, generator: Generator): Truth {
  const {population, priors, terms} = model;
  const truth = new Map<string, number>();
  let intercept = priors.intercept.draw(generator);
  for (const name of population) {
    const slope = priors.b.draw(generator);
    truth.set(`b_${name}`, slope);
    intercept -= slope * meanOf(numbers(model.columns, name));
  }
  truth.set("b_Intercept", intercept);
  for (const term of terms) drawTerm(model, term, truth, generator);
  if (hasSigma(model)) truth.set("sigma", priors.sigma.draw(generator));
  return truth;
}

function drawTerm(
  {priors, columns}: Generative,
  {group, coefficients, correlated}: GroupTerm,
  truth: Map<string, number>,
  generator: Generator
): void {
  const k = coefficients.length;
  const sds = coefficients.map(() => priors.sd.draw(generator));
  const factor = correlated ? drawCorrelationFactor(k, priors.cor, generator) : null;
  coefficients.forEach((name, a) => {
    truth.set(`sd_${group}__${name}`, sds[a]);
    for (let b = 0; factor && b < a; ++b) {
      const correlation = factor[a].reduce((sum, x, m) => sum + x * (factor[b][m] ?? 0), 0);
      truth.set(`cor_${group}__${coefficients[b]}__${name}`, correlation);
    }
  });
  for (const level of new Set(columns[group] as readonly string[])) {
    const z = coefficients.map(() => generator.normal());
    coefficients.forEach((name, a) => {
      const standard = factor ? factor[a].reduce((sum, x, m) => sum + x * z[m], 0) : z[a];
      truth.set(levelName(group, level, name), sds[a] * standard);
    });
  }
}

function meanOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

/** What each row's linear predictor adds up: names of parameters with their multipliers. */
export function predictors(model: Generative): (readonly [name: string, weight: number])[][] {
  return Array.from({length: rowsOf(model)}, (_, i) => [
    ...["Intercept", ...model.population].map(
      (name) => [`b_${name}`, valueAt(model, name, i)] as const
    ),
    ...model.terms.flatMap(({group, coefficients}) =>
      coefficients.map(
        (name) =>
          [levelName(group, levelAt(model, group, i), name), valueAt(model, name, i)] as const
      )
    )
  ]);
}

/** The treatment's slope in each group of the modifiers, by the group's key. */
export function trueEffects(model: Generative, truth: Truth): Map<string, number> {
  const {treatment, by = [], terms} = model;
  const effects = new Map<string, number>();
  if (treatment === undefined) return effects;
  const value = (name: string): number => truth.get(name) ?? 0;
  for (let i = 0; i < rowsOf(model); ++i) {
    const key = by.map((name) => levelAt(model, name, i)).join("_");
    const slopes = terms.map(({group}) =>
      value(levelName(group, levelAt(model, group, i), treatment))
    );
    effects.set(
      key,
      slopes.reduce((sum, slope) => sum + slope, value(`b_${treatment}`))
    );
  }
  return effects;
}

/** Outcomes that follow from parameters. */
export function drawOutcome(model: Generative, truth: Truth, generator: Generator): Float64Array {
  const errors = model.errors === undefined ? null : numbers(model.columns, model.errors);
  return Float64Array.from(predictors(model), (parts, i) => {
    const mean = parts.reduce((sum, [name, weight]) => sum + weight * (truth.get(name) ?? NaN), 0);
    if (model.family === "bernoulli")
      return Number(generator.uniform() < 1 / (1 + Math.exp(-mean)));
    return mean + (errors?.[i] ?? truth.get("sigma") ?? NaN) * generator.normal();
  });
}

/** Log density of one outcome, up to a constant. */
export function logLikelihood(
  {family}: Pick<Generative, "family">,
  y: number,
  mean: number,
  sigma: number
): number {
  if (family === "bernoulli") return -Math.log1p(Math.exp(y ? -mean : mean));
  return -Math.log(sigma) - 0.5 * ((y - mean) / sigma) ** 2;
}
