// Published claims as tests on posteriors, and what they say in words.
import {error} from "../../engine/error.js";
import type {Fit, Summary} from "../../engine/index.js";
import type {ClaimTest, Verdict} from "../study.js";

/** A claim about one coefficient, tried on the model it came from and on the corrected one. */
export interface CoefficientClaim {
  readonly claim: string;
  readonly where: string;
  readonly topic: string;
  readonly variable: string;
  /** The sign claimed; 0 for "no clear effect". */
  readonly sign: 1 | -1 | 0;
  readonly published: string;
  readonly corrected: string;
  /** Multiply by this to reach the unit shown. */
  readonly factor?: number;
  readonly digits?: number;
}

/** A claim stands only when at least this share of the published size is left. */
const SAME_SIZE = 0.8;

/** A claim about a coefficient as a test. */
export function coefficientClaim(claim: CoefficientClaim): ClaimTest {
  const {variable, factor = 1, digits = 2} = claim;
  return {
    claim: claim.claim,
    where: claim.where,
    topic: claim.topic,
    test: ({fits}) => {
      const before = parameter(fits, claim.published, variable);
      const after = parameter(fits, claim.corrected, variable);
      return {
        verdict: claim.sign === 0 ? verdictOnNull(after) : verdictOnSign(claim.sign, before, after),
        published: intervalWords(before, factor, digits),
        corrected: intervalWords(after, factor, digits)
      };
    }
  };
}

/** A fitted parameter by model and name; raises an InputError when the study has none such. */
export function parameter(fits: ReadonlyMap<string, Fit>, model: string, name: string): Summary {
  return (
    fits.get(model)?.parameters.find(({variable}) => variable === name) ??
    error(`unknown parameter in claim: ${name} of ${model}; use brms's name`)
  );
}

/** How many posterior standard deviations from zero leave about 1 % on the other side. */
const FAR = 2.33;

/**
 * A claim of no effect survives while the 90% interval includes zero, is weakened while zero is not
 * far outside, and falls when it is: a verdict that the next seed would turn helps nobody.
 */
function verdictOnNull({q5, q95, mean, sd}: Summary): Verdict {
  if (q5 <= 0 && q95 >= 0) return "survives";
  return Math.abs(mean) < FAR * sd ? "weakened" : "does not survive";
}

/**
 * A claim of direction survives when the 95% interval excludes zero and most of its size is left, is
 * weakened when only one of them holds or the sign has a probability of 90%, and falls otherwise.
 */
function verdictOnSign(sign: number, before: Summary, after: Summary): Verdict {
  const clear = sign > 0 ? after["q2.5"] > 0 : after["q97.5"] < 0;
  if (clear && sign * after.q50 >= SAME_SIZE * sign * before.q50) return "survives";
  // The 10 % quantile above 0 means a probability of at least 90% of the sign.
  const probable = sign * (sign > 0 ? after.q10 : after.q90) > 0;
  return clear || probable ? "weakened" : "does not survive";
}

/** "+0.20 (95% interval −0.08 to +0.47)". */
export function intervalWords(
  {q50, "q2.5": low, "q97.5": high}: Pick<Summary, "q50" | "q2.5" | "q97.5">,
  factor = 1,
  digits = 2
): string {
  const text = (x: number): string => signed(x * factor, digits);
  return `${text(q50)} (95% interval ${text(low)} to ${text(high)})`;
}

/** A number with its sign, a true minus, and no negative zero. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
