// The priors that brms gives when the user gives none.
import type {Distribution} from "../density/density.js";
import type {OutcomeFamily} from "./family.js";

// Makes the median absolute deviation of normal data equal their standard deviation.
const NORMAL_CONSISTENCY = 1.4826;
const LEAST_SCALE = 2.5;
const DF = 3;

/** Default priors by what they are for; `flat` on population coefficients, as in brms. */
export interface DefaultPriors {
  readonly intercept: Distribution;
  readonly coefficient: Distribution;
  readonly scale: Distribution;
  readonly correlation: Distribution;
  /** Of the residual scale; null where there is none to estimate. */
  readonly sigma: Distribution | null;
}

/**
 * brms's defaults: student_t(3, m, s) for the centred intercept and student_t(3, 0, s) for every
 * scale. For a Gaussian outcome m is its median and s = max(2.5, mad), both rounded to one digit and
 * without weights; log-odds have m = 0 and s = 2.5 [buerkner2017]. With `knownErrors` there is no
 * sigma.
 */
export function defaultPriors(
  outcome: Float64Array,
  family: OutcomeFamily,
  knownErrors = false
): DefaultPriors {
  const [centre, spread] = family === "gaussian" ? location(outcome) : [0, LEAST_SCALE];
  const scale: Distribution = {family: "student_t", arguments: [DF, 0, spread]};
  return {
    intercept: {family: "student_t", arguments: [DF, centre, spread]},
    coefficient: {family: "flat", arguments: []},
    scale,
    correlation: {family: "lkj", arguments: [1]},
    sigma: family === "gaussian" && !knownErrors ? scale : null
  };
}

function location(outcome: Float64Array): [centre: number, spread: number] {
  const centre = median(outcome);
  const mad = NORMAL_CONSISTENCY * median(outcome.map((y) => Math.abs(y - centre)));
  return [oneDigit(centre), Math.max(LEAST_SCALE, oneDigit(mad))];
}

function median(values: Float64Array): number {
  const half = values.length >> 1;
  const list = values.slice();
  const upper = select(list, half);
  // What stands left of the place is no larger, so the lower middle is the largest of it.
  return values.length % 2
    ? upper
    : (list.subarray(0, half).reduce((a, b) => Math.max(a, b)) + upper) / 2;
}

/** Moves the k-th smallest to place k, nothing larger before it, in linear time [hoare1961]. */
function select(list: Float64Array, k: number): number {
  let [from, to] = [0, list.length - 1];
  while (from < to) {
    const pivot = list[(from + to) >> 1];
    let [i, j] = [from, to];
    while (i <= j) {
      while (list[i] < pivot) ++i;
      while (list[j] > pivot) --j;
      if (i > j) break;
      [list[i], list[j]] = [list[j], list[i]];
      ++i;
      --j;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else break;
  }
  return list[k];
}

/** R's round(x, 1): the nearer of two candidates, and of equally near ones the even. */
function oneDigit(x: number): number {
  const tenths = Math.floor(10 * x);
  const below = tenths / 10;
  const above = Math.ceil(10 * x) / 10;
  const lead = above - x - (x - below);
  return lead < 0 || (lead === 0 && tenths % 2 !== 0) ? above : below;
}
