// Whether the data determine the coefficients that have flat priors.
import type {Cells} from "../design/cells.js";
import {Span} from "./span.js";

/** The refusal of a posterior whose coefficients have no bounds. */
export const UNDETERMINED =
  "invalid posterior: the coefficients are not determined; drop a collinear column or give class b a proper prior such as normal(0, 1)";

/** What earlier columns leave over of a column against the mean that was taken off it, squared: rounding below. */
const CONSTANT = 1e-28;

/**
 * True when the columns whose prior has precision 0 are linearly independent, so that the posterior
 * is proper given the variances. The factors of a draw cannot tell: rounding leaves a pivot that
 * should be zero just above zero as often as just below.
 */
export function isDetermined(
  {n, p, xx, means}: Pick<Cells, "n" | "p" | "xx" | "means">,
  precision: Float64Array
): boolean {
  const span = new Span(xx, p);
  for (let j = 0; j < p; ++j)
    if (precision[j] === 0) {
      const least = CONSTANT * n * means[j] * means[j];
      if (!(span.leftOver(j) > least && span.add(j))) return false;
    }
  return true;
}
