// The right tool for a model: exact draws of the coefficients where they can be had, else NUTS.
import {error} from "./error.js";
import {isExact} from "./exact/gibbs.js";
import type {SampledModel} from "./posterior/sampled-model.js";
import type {Method} from "./sampler/options.js";

/** Beyond this many cells × varying columns a dense factor costs more than NUTS's gradients. */
const DENSE_LIMIT = 1500;

/**
 * The method to use. "auto" takes exact draws of Gaussian models wherever every population prior is
 * normal, Student t, Cauchy or flat and crossed cells are not too many, and NUTS otherwise.
 * Raises an InputError when exact draws are asked for and cannot be had.
 */
export function chooseMethod(model: SampledModel, asked: Method | "auto"): Method {
  if (asked === "nuts") return "nuts";
  if (model.family !== "gaussian") {
    if (asked === "exact")
      error(
        `unsupported method: exact draws with family ${model.family}; only gaussian has them, so use nuts`
      );
    return "nuts";
  }
  const conjugate = isExact(model);
  if (asked === "exact" && !conjugate)
    error(
      "unsupported method: exact needs normal, student_t, cauchy or flat priors on class b and Intercept; use nuts"
    );
  const {cells, v, terms} = model.cells;
  const crossed = terms.some(({levels}) => levels !== cells);
  return conjugate && (asked === "exact" || !crossed || cells * v <= DENSE_LIMIT)
    ? "exact"
    : "nuts";
}
