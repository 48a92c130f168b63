// The names of a model's parameters, as brms writes them.
import {coefficientName} from "../design/matrix.js";
import type {Coefficient, TermDesign} from "../design/design.js";
import {hasCorrelations} from "./priors.js";

/** "b_Intercept", "b_alliance", "b_lambda_dem". */
export function populationName({equation, name}: Coefficient): string {
  return equation === "" ? `b_${name}` : `b_${equation}_${name}`;
}

/** "sd_white__Intercept", "sd_het_group__lambda_Intercept". */
export function sdNames(term: TermDesign): string[] {
  return term.coefficients.map((name) => `sd_${term.group}__${inEquation(term, name)}`);
}

/** "cor_white__Intercept__alliance": one per pair, row by row; empty when uncorrelated. */
export function correlationNames(term: TermDesign): string[] {
  if (!hasCorrelations(term)) return [];
  const names = term.coefficients.map((name) => inEquation(term, name));
  return names.flatMap((second, i) =>
    names.slice(0, i).map((first) => `cor_${term.group}__${first}__${second}`)
  );
}

/** "r_white[1,alliance]": coefficient by coefficient, levels running fastest. */
export function levelNames(term: TermDesign): string[] {
  const prefix = term.equation === "" ? term.group : `${term.group}__${term.equation}`;
  return term.coefficients.flatMap((name) =>
    term.levels.map((level) => `r_${prefix}[${level.replaceAll(" ", ".")},${name}]`)
  );
}

/** The residual standard deviation, in families that have one. */
export const SIGMA = "sigma";

function inEquation({equation}: TermDesign, name: string): string {
  return equation === "" ? name : `${equation}_${coefficientName(name)}`;
}
