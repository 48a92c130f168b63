// The number of independent draws that would carry as much information on a mean as chains do.
import {log} from "../math/elementary.js";
import {keepLatest} from "../math/keep-latest.js";
import {variance} from "../math/moments.js";
import {createAutocovariance, type Autocovariance} from "./autocovariance.js";
import {isDegenerate} from "./is-degenerate.js";

const autocovarianceOf = keepLatest(createAutocovariance);

const sequenceOf = keepLatest((length: number) => new Float64Array(length));

/**
 * The effective sample size for the mean of the chains as they stand (neither split nor ranked), by
 * Geyer's initial monotone sequence of autocorrelations [geyer1992], combined over chains as in
 * [vehtari2021]. Antithetic chains may exceed the number of draws S, up to S log10 S. NaN when draws
 * are constant or not all finite, or when chains are shorter than three.
 *
 * `values` [chains × iterations], chain after chain.
 */
export function effectiveSize(values: Float64Array, chains: number, iterations: number): number {
  if (iterations < 3 || isDegenerate(values)) return NaN;
  const autocovariance = autocovarianceOf(chains, iterations);
  autocovariance.load(values);
  return sizeFrom(autocovariance, iterations);
}

/** The same from the autocovariance of chains of `iterations` draws, three or more, that vary. */
export function sizeFrom(
  autocovariance: Pick<Autocovariance, "means" | "through">,
  iterations: number
): number {
  const size = autocovariance.means.length * iterations;
  const time = autocorrelationTime(autocovariance, sequenceOf(iterations, 1));
  // A negative or tiny time is noise; the bound is that of Stan and of the package posterior.
  return size / Math.max(time, Math.LN10 / log(size));
}

/**
 * -1 + 2 Σ ρ[t] over the initial monotone sequence, with ρ[t] = 1 - (within - acov[t]) / total
 * written into `rho` as far as the sequence goes.
 */
function autocorrelationTime(
  autocovariance: Pick<Autocovariance, "means" | "through">,
  rho: Float64Array
): number {
  const n = rho.length;
  const {means} = autocovariance;
  let acov = autocovariance.through(1);
  const within = (acov[0] * n) / (n - 1);
  const total = means.length > 1 ? acov[0] + variance(means) : acov[0];
  rho[0] = 1;
  rho[1] = 1 - (within - acov[1]) / total;
  let end = 0;
  while (end < n - 5 && rho[end] + rho[end + 1] > 0) {
    end += 2;
    acov = autocovariance.through(end + 1);
    rho[end] = 1 - (within - acov[end]) / total;
    rho[end + 1] = 1 - (within - acov[end + 1]) / total;
  }
  const last = rho[end] > 0 || rho[end] + rho[end + 1] >= 0 ? rho[end] : 0;
  for (let t = 2; t < end; t += 2) {
    const pair = rho[t] + rho[t + 1];
    const bound = rho[t - 2] + rho[t - 1];
    if (pair > bound) rho[t] = rho[t + 1] = 0.5 * bound;
  }
  let sum = rho[0];
  for (let t = 1; t < end; ++t) sum += rho[t];
  return -1 + 2 * sum + last;
}
