// The autocovariance of chains through the Fourier transform.
import {fft, nextPowerOfTwo} from "../math/fft.js";
import {mean} from "../math/moments.js";

/**
 * The autocovariance at lags 0 … iterations - 1, divisor `iterations`, averaged over chains, each
 * chain about its own mean. [geyer1992]
 *
 * `values` [chains × iterations], chain after chain. In plain form:
 * acov[lag] = Σ_c Σ_i (x[c, i] - m[c]) (x[c, i + lag] - m[c]) / (iterations chains).
 */
export function autocovariance(
  values: Float64Array,
  chains: number,
  iterations: number
): Float64Array {
  // Twice the length of a chain, so that its end does not wrap around to its start.
  const size = nextPowerOfTwo(2 * iterations);
  const power = new Float64Array(size);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  // Two real chains travel as one complex series; only the sum of their power spectra is needed.
  for (let chain = 0; chain < chains; chain += 2) {
    fillCentred(re, values, chain, iterations);
    if (chain + 1 < chains) fillCentred(im, values, chain + 1, iterations);
    else im.fill(0);
    fft(re, im);
    for (let k = 0; k < size; ++k) power[k] += re[k] * re[k] + im[k] * im[k];
  }
  symmetrize(power, re);
  im.fill(0);
  fft(re, im);
  const scale = 1 / (size * iterations * chains);
  const result = new Float64Array(iterations);
  for (let lag = 0; lag < iterations; ++lag) result[lag] = re[lag] * scale;
  return result;
}

/** Writes one chain less its mean into `out`, followed by zeros. */
function fillCentred(
  out: Float64Array,
  values: Float64Array,
  chain: number,
  iterations: number
): void {
  const draws = values.subarray(chain * iterations, (chain + 1) * iterations);
  const centre = mean(draws);
  for (let i = 0; i < iterations; ++i) out[i] = draws[i] - centre;
  out.fill(0, iterations);
}

/** (power[k] + power[-k]) / 2: |A|² + |B|² from |A + iB|². */
function symmetrize(power: Float64Array, out: Float64Array): void {
  const size = power.length;
  for (let k = 0; k < size; ++k) out[k] = 0.5 * (power[k] + power[(size - k) & (size - 1)]);
}
