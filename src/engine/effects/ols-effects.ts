// The same groups' effects by least squares: no pooling, or pooling by leaving terms out.
import {createDesign} from "../design/design.js";
import {cellRows} from "../design/cell-rows.js";
import {factorOf} from "../design/factors.js";
import {usableRows, type Rows} from "../design/rows.js";
import {sumRows, type SummedRows} from "../design/summed-rows.js";
import {error} from "../error.js";
import {parseFormula, type Formula} from "../formula/formula.js";
import {countedLeastSquares} from "../ols/counted.js";
import {contrastCovariances, contrasts, type Contrast} from "../ols/contrasts.js";
import {leastSquares, type LeastSquares} from "../ols/least-squares.js";
import type {Errors} from "../ols/spread.js";
import type {ErrorKind} from "../ols/standard-errors.js";
import type {Columns} from "../types.js";
import {effectEstimands} from "./estimand.js";
import {groupsOf, type Group} from "./groups.js";
import {checkTreatment, treatmentOf} from "./treatment.js";

/** With fewer rows of a kind on average, counting them saves nothing. */
const FEWEST_ALIKE = 10;

/** What to estimate by least squares. */
export interface OlsSpec {
  /** A formula without group terms: "y ~ t * (a + b)" is additive, "y ~ t * (a * b)" saturated. */
  readonly formula: string;
  readonly treatment: string;
  readonly by: readonly string[];
  /** Of rows that err each for itself; "HC2" when left out. */
  readonly errors?: ErrorKind;
  /** The column of clusters whose rows err together: errors are then CR2, whatever `errors` says. */
  readonly cluster?: string;
}

/** A group and its effect by least squares; NaN where the data cannot tell. */
export interface OlsEffect {
  readonly group: Group;
  readonly contrast: Contrast;
}

/** Least squares of a formula, and every group's effect as weights on its coefficients. */
interface Fitted {
  readonly fit: LeastSquares;
  readonly groups: readonly Group[];
  readonly weights: readonly Float64Array[];
  readonly errors: Errors;
}

/**
 * Least-squares effects by group: contrasts of the fitted formula with the treatment at its two
 * values, t intervals at `level`.
 * Raises an InputError when the formula has group terms or lacks the treatment, or as createModel
 * does.
 */
export function olsEffects(data: Columns, spec: OlsSpec, level = 0.95): OlsEffect[] {
  return effectsOf(fitted(data, spec), level);
}

function effectsOf({fit, groups, weights, errors}: Fitted, level: number): OlsEffect[] {
  const estimates = contrasts(fit, weights, {errors, level});
  return groups.map((group, g) => ({group, contrast: estimates[g]}));
}

/**
 * The same effects, and their covariances [groups × groups] in the order of the groups: variances on the
 * diagonal; NaN where an effect is not estimable. Raises an InputError as olsEffects does.
 */
export function olsJointly(
  data: Columns,
  spec: OlsSpec,
  level = 0.95
): {effects: readonly OlsEffect[]; covariances: Float64Array} {
  const all = fitted(data, spec);
  const covariances = contrastCovariances(all.fit, all.weights, all.errors);
  return {effects: effectsOf(all, level), covariances};
}

function fitted(data: Columns, spec: OlsSpec): Fitted {
  const formula = parseFormula(spec.formula);
  if (formula.equations[0].groups.length)
    error(`unsupported formula for least squares: ${spec.formula}; leave the group terms out`);
  if (formula.weights || formula.errors)
    error(
      `unsupported formula for least squares: ${spec.formula}; leave weights() and se() out, rows count alike here`
    );
  checkTreatment(spec.treatment, formula);
  const {cluster, errors = "HC2"} = spec;
  const also = [spec.treatment, ...spec.by, ...(cluster === undefined ? [] : [cluster])];
  const rows = usableRows(formula, data, also);
  const summed = worthSumming(formula, rows);
  const design = createDesign(formula, summed ? cellRows(formula, summed, also).rows : rows);
  const {n, counts} = design.rows;
  const p = design.coefficients.length;
  const x = new Float64Array(n * p);
  design.columns.population.forEach((column, j) => {
    x.set(column, j * n);
  });
  const names = design.coefficients.map(({name}) => name);
  const fit = summed
    ? countedLeastSquares(x, design.outcome, names, {...summed, within: summed.products})
    : leastSquares(x, design.outcome, names);
  const treatment = treatmentOf(spec.treatment, rows.data[spec.treatment]);
  const groups = groupsOf(design.rows.data, treatment, spec.by, counts);
  const weights = effectEstimands({design, variables: names}, treatment, groups).map((estimand) => {
    const row = new Float64Array(p);
    estimand.variables.forEach((j, k) => {
      row[j] = estimand.weights[k];
    });
    return row;
  });
  return {
    fit,
    groups,
    weights,
    errors: cluster === undefined ? errors : {clusters: factorOf(design.rows.data[cluster]).codes}
  };
}

/**
 * The rows counted by kind, where a kind has many; null where most differ, or a column is scaled by all rows. Least
 * squares of a million rows in a hundred kinds then cost those of a hundred.
 */
function worthSumming(formula: Formula, rows: Rows): SummedRows | null {
  const trees = formula.equations[0].terms.flat().map(({tree}) => tree);
  if (trees.some((tree) => tree.kind === "call" && tree.name === "scale2")) return null;
  const {response} = formula;
  const fixed = Object.keys(rows.data).filter((name) => name !== response);
  const summed = sumRows(rows.data, {fixed, averaged: [response], outcome: response});
  return FEWEST_ALIKE * summed.counts.length <= rows.n ? summed : null;
}
