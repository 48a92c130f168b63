// A bandwidth for a Gaussian kernel density estimate.
import {exp, log} from "../math/elementary.js";
import {variance} from "../math/moments.js";
import {quantileSorted} from "../math/quantile-sorted.js";

/** The interquartile range of a normal distribution, in standard deviations, as Silverman rounds it. */
const NORMAL_IQR = 1.34;

/**
 * Silverman's rule of thumb (R's `bw.nrd0`), in the unit of the draws: 0.9 n^(-1/5) times the smaller
 * of sd and IQR / 1.34, or the sd when the IQR is zero. Zero when all draws are equal, NaN with
 * fewer than two. [silverman1986]
 *
 * `sorted` ascending, NaN-free.
 */
export function silvermanBandwidth(sorted: Float64Array): number {
  const sd = Math.sqrt(variance(sorted));
  const iqr = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25);
  const spread = iqr > 0 ? Math.min(sd, iqr / NORMAL_IQR) : sd;
  return 0.9 * spread * exp(-0.2 * log(sorted.length));
}
