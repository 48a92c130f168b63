// The number of independent draws that would carry as much information on a mean as chains do.
import {log} from "../math/elementary.js";
import {mean, variance} from "../math/moments.js";
import {autocovariance} from "./autocovariance.js";
import {isDegenerate} from "./is-degenerate.js";

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
  const autocovariances = autocovariance(values, chains, iterations);
  const within = (autocovariances[0] * iterations) / (iterations - 1);
  let total = autocovariances[0];
  if (chains > 1) total += variance(chainMeans(values, chains, iterations));
  const size = chains * iterations;
  const time = autocorrelationTime(autocovariances, within, total);
  // A negative or tiny time is noise; the bound is that of Stan and of the package posterior.
  return size / Math.max(time, Math.LN10 / log(size));
}

/**
 * -1 + 2 Σ ρ[t] over the initial monotone sequence, with ρ[t] = 1 - (within - acov[t]) / total
 * written over `acov`.
 */
function autocorrelationTime(acov: Float64Array, within: number, total: number): number {
  const rho = acov;
  const n = acov.length;
  rho[0] = 1;
  for (let t = 1; t < n; ++t) rho[t] = 1 - (within - acov[t]) / total;
  let end = 0;
  while (end < n - 5 && rho[end] + rho[end + 1] > 0) end += 2;
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

function chainMeans(values: Float64Array, chains: number, iterations: number): Float64Array {
  const means = new Float64Array(chains);
  for (let c = 0; c < chains; ++c) {
    means[c] = mean(values.subarray(c * iterations, (c + 1) * iterations));
  }
  return means;
}
