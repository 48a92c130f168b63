// The right tool for a model: exact draws of the coefficients where they can be had, else NUTS.
import {error} from "./error.js";
import {isExact} from "./exact/gibbs.js";
import {planOf} from "./exact/scheme.js";
import type {SampledModel} from "./posterior/sampled-model.js";
import type {Method} from "./sampler/options.js";

/** The method a model is fitted with, and why. */
export interface Choice {
  readonly method: Method;
  /** A sentence without its full stop. */
  readonly reason: string;
}

/** A crossed model whose factorisations cost more than this is quicker by NUTS's gradients. */
const DEAREST = 6e8;

/**
 * The method to use. "auto" takes exact draws of Gaussian models wherever every population prior is
 * normal, Student t, Cauchy or flat and crossed coefficients are not too many, and NUTS otherwise.
 * Raises an InputError when exact draws are asked for and cannot be had.
 */
export function chooseMethod(model: SampledModel, asked: Method | "auto"): Choice {
  if (asked === "nuts") return {method: "nuts", reason: "NUTS was asked for"};
  if (model.family !== "gaussian") {
    if (asked === "exact")
      error(
        `unsupported method: exact draws with family ${model.family}; only gaussian has them, so use nuts`
      );
    return {method: "nuts", reason: `a ${model.family} outcome has no exact draws, so NUTS`};
  }
  if (!isExact(model)) {
    if (asked === "exact")
      error(
        "unsupported method: exact needs normal, student_t, cauchy or flat priors on class b and Intercept; use nuts"
      );
    return {
      method: "nuts",
      reason: "a population prior is not normal, student_t, cauchy or flat, so NUTS"
    };
  }
  const {reason, cost} = planOf(model);
  return asked === "auto" && cost > DEAREST
    ? {method: "nuts", reason: "so many crossed levels are quicker by NUTS than by exact draws"}
    : {method: "exact", reason};
}
