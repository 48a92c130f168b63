// Whether the data determine the coefficients that have flat priors.
import type {Cells} from "../design/cells.js";

/** The refusal of a posterior whose coefficients have no bounds. */
export const UNDETERMINED =
  "invalid posterior: the coefficients are not determined; drop a collinear column or give class b a proper prior such as normal(0, 1)";

/** A column's share that earlier columns leave over, squared, below which it is rounding. */
const COLLINEAR = 1e-11;

/** The same for a column's size against the mean that was taken off it. */
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
  const factor = xx.slice();
  for (let j = 0; j < p; ++j) {
    if (precision[j] > 0) continue;
    let pivot = xx[j * p + j];
    for (let k = 0; k < j; ++k)
      if (precision[k] === 0) pivot -= factor[j * p + k] * factor[j * p + k];
    const least = Math.max(COLLINEAR * xx[j * p + j], CONSTANT * n * means[j] * means[j]);
    if (!(pivot > least)) return false;
    const root = Math.sqrt(pivot);
    for (let i = j + 1; i < p; ++i) {
      let sum = xx[i * p + j];
      for (let k = 0; k < j; ++k)
        if (precision[k] === 0) sum -= factor[i * p + k] * factor[j * p + k];
      factor[i * p + j] = sum / root;
    }
  }
  return true;
}
