// The log density of a model written out row by row, from the parameters that people see.
import type {Distribution} from "../../src/engine/density/density.js";
import type {Expression} from "../../src/engine/formula/expression.js";
import type {Model} from "../../src/engine/model/model.js";

function logPrior({family, arguments: [a, b, c]}: Distribution, x: number): number {
  switch (family) {
    case "normal":
      return -((x - a) ** 2) / (2 * b * b);
    case "student_t":
      return (-(a + 1) / 2) * Math.log(1 + ((x - b) / c) ** 2 / a);
    case "cauchy":
      return -Math.log(1 + ((x - a) / b) ** 2);
    case "exponential":
      return -a * x;
    case "flat":
      return 0;
    case "inv_gamma_variance":
      // Of x²: (x²)^(-a-1) exp(-b/x²), times 2x.
      return -2 * (a + 1) * Math.log(x) - b / (x * x) + Math.log(2 * x);
    default:
      throw new Error(`no reference for ${family}`);
  }
}

/** Sds whose prior is symmetric about zero may have either sign there; the others go by their log. */
function isMirrored({family, arguments: [first, second]}: Distribution): boolean {
  if (family === "student_t") return second === 0;
  return (family === "normal" || family === "cauchy") && first === 0;
}

/** The correlation of a and b given all before a, by the recursion of Yule. */
function partial(r: readonly (readonly number[])[], a: number, b: number, given: number): number {
  if (given === 0) return r[a][b];
  const c = given - 1;
  const [ab, ac, bc] = [partial(r, a, b, c), partial(r, a, c, c), partial(r, b, c, c)];
  return (ab - ac * bc) / Math.sqrt((1 - ac * ac) * (1 - bc * bc));
}

/**
 * LKJ(eta) on correlations r [k × k], as a density of the unconstrained numbers atanh(partial
 * correlation) [lewandowski2009]: (1 - p²)^(eta - 1 + (k - i - 1) / 2) times dp/dw = 1 - p².
 */
export function lkjOfUnconstrained(r: readonly (readonly number[])[], eta: number): number {
  const k = r.length;
  let sum = 0;
  for (let i = 0; i < k; ++i)
    for (let j = i + 1; j < k; ++j)
      sum += (eta + (k - i - 2) / 2) * Math.log(1 - partial(r, i, j, i) ** 2);
  return sum;
}

/** Solves diag(sd) r diag(sd) = G G', then G z = b for one level, by elimination. */
function standardized(
  r: readonly (readonly number[])[],
  sds: readonly number[],
  b: readonly number[]
): {squares: number} {
  const k = b.length;
  const rows = r.map((row, i) => [...row.map((x, j) => x * sds[i] * sds[j]), b[i]]);
  // b' Σ⁻¹ b is what elimination takes from the corner of [Σ b; b' 0].
  rows.push([...b, 0]);
  for (let i = 0; i < k; ++i)
    for (let below = i + 1; below <= k; ++below) {
      const factor = rows[below][i] / rows[i][i];
      for (let j = i; j <= k; ++j) rows[below][j] -= factor * rows[i][j];
    }
  return {squares: -rows[k][k]};
}

function columnNamed({design}: Model, tree: Expression): Float64Array {
  if (tree.kind !== "name") throw new Error("no reference for expressions");
  return design.rows.data[tree.name] as Float64Array;
}

/**
 * Up to a constant, the log density on the engine's unconstrained scale (coefficients, sds or log
 * sds, atanh of partial correlations, standardised level effects, log sigma where there is one) of
 * the parameters `values`, in the order of `model.variables`.
 */
export function slowLogDensity(model: Model, values: ArrayLike<number>): number {
  const {design, priors, family} = model;
  const {coefficients, terms, columns, outcome, centred} = design;
  let at = 0;
  const take = (n: number) => Array.from({length: n}, () => values[at++]);
  const beta = take(coefficients.length);
  const sds = terms.map((term) => take(term.coefficients.length));
  const correlations = terms.map(({correlated, coefficients: {length: k}}) => {
    const r = Array.from({length: k}, (_, i) =>
      Array.from({length: k}, (__, j) => Number(i === j))
    );
    if (correlated)
      for (let i = 1; i < k; ++i) for (let j = 0; j < i; ++j) r[i][j] = r[j][i] = take(1)[0];
    return r;
  });
  const [sigma] = priors.sigma ? take(1) : [NaN];
  const effects = terms.map((term) => term.coefficients.map(() => take(term.levels.length)));

  let density = priors.sigma ? logPrior(priors.sigma, sigma) + Math.log(sigma) : 0;
  coefficients.forEach((_, j) => {
    let value = beta[j];
    if (j === centred)
      columns.population.forEach((column, l) => {
        if (l !== centred) value += (beta[l] * column.reduce((a, b) => a + b)) / column.length;
      });
    density += logPrior(priors.population[j], value);
  });
  terms.forEach(({correlated, levels}, k) => {
    sds[k].forEach((sd, a) => {
      const prior = priors.sds[k][a];
      density += logPrior(prior, sd) + (isMirrored(prior) ? 0 : Math.log(sd));
    });
    if (correlated) density += lkjOfUnconstrained(correlations[k], priors.etas[k]);
    levels.forEach((_, level) => {
      const own = effects[k].map((byLevel) => byLevel[level]);
      density -= standardized(correlations[k], sds[k], own).squares / 2;
    });
  });
  const {weights, errors} = design.formula;
  for (let i = 0; i < outcome.length; ++i) {
    let predictor = 0;
    columns.population.forEach((column, j) => (predictor += column[i] * beta[j]));
    terms.forEach(({codes}, k) => {
      columns.varying[k].forEach((column, a) => (predictor += column[i] * effects[k][a][codes[i]]));
    });
    const weight = weights ? columnNamed(model, weights)[i] : 1;
    const scale = errors ? columnNamed(model, errors)[i] : sigma;
    density -=
      weight *
      (family === "gaussian"
        ? Math.log(scale) + ((outcome[i] - predictor) / scale) ** 2 / 2
        : Math.log(1 + Math.exp(outcome[i] === 1 ? -predictor : predictor)));
  }
  return density;
}
