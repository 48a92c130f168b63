// The priors that brms gives when the user gives none.
import type {Distribution} from "../density/density.js";
import type {Location} from "../math/location.js";
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
  outcome: Location,
  family: OutcomeFamily,
  knownErrors = false
): DefaultPriors {
  const [centre, spread] =
    family === "gaussian" ? [oneDigit(outcome.median), scaleOf(outcome)] : [0, LEAST_SCALE];
  const scale: Distribution = {family: "student_t", arguments: [DF, 0, spread]};
  return {
    intercept: {family: "student_t", arguments: [DF, centre, spread]},
    coefficient: {family: "flat", arguments: []},
    scale,
    correlation: {family: "lkj", arguments: [1]},
    sigma: family === "gaussian" && !knownErrors ? scale : null
  };
}

function scaleOf({mad}: Location): number {
  return Math.max(LEAST_SCALE, oneDigit(NORMAL_CONSISTENCY * mad));
}

/** R's round(x, 1): the nearer of two candidates, and of equally near ones the even. */
function oneDigit(x: number): number {
  const tenths = Math.floor(10 * x);
  const below = tenths / 10;
  const above = Math.ceil(10 * x) / 10;
  const lead = above - x - (x - below);
  return lead < 0 || (lead === 0 && tenths % 2 !== 0) ? above : below;
}
