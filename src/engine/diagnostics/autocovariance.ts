// The autocovariance of chains, as many lags of it as are asked for.
import {fft, nextPowerOfTwo} from "../math/fft.js";
import {mean} from "../math/moments.js";

/** Autocovariances of one series of chains after another. */
export interface Autocovariance {
  /** The mean of every chain that was loaded. */
  readonly means: Float64Array;
  /** Takes `values` [chains × iterations], chain after chain. */
  load(values: Float64Array): void;
  /**
   * The autocovariances at lags 0 … `lag` and perhaps more, divisor `iterations`, averaged over
   * chains, each chain about its own mean; valid until the next load. [geyer1992] In plain form:
   * acov[lag] = Σ_c Σ_i (x[c, i] - m[c]) (x[c, i + lag] - m[c]) / (iterations chains).
   */
  through(lag: number): Float64Array;
}

/** Lags summed in one pass over the draws, and steps of that pass written out. */
const BLOCK = 4;

/** Zeros after every chain, for a block of lags and steps to run into. */
const MARGIN = 2 * BLOCK;

/** From so many lags on the Fourier transform, which yields all of them, costs less than sums. */
const DIRECT = 48;

/** Autocovariances of `chains` chains of `iterations` draws, with buffers of its own. */
export function createAutocovariance(chains: number, iterations: number): Autocovariance {
  const stride = iterations + MARGIN;
  const centred = new Float64Array(chains * stride);
  const means = new Float64Array(chains);
  const result = new Float64Array(iterations + BLOCK);
  let known = 0;
  return {
    means,
    load(values) {
      known = 0;
      for (let c = 0; c < chains; ++c) {
        const start = c * iterations;
        const centre = (means[c] = mean(values, start, start + iterations));
        const to = c * stride;
        for (let i = 0; i < iterations; ++i) centred[to + i] = values[start + i] - centre;
      }
    },
    through(lag) {
      while (known <= lag) {
        if (lag < DIRECT) {
          sumBlock(centred, chains, iterations, known, result);
          known += BLOCK;
        } else {
          transform(centred, chains, iterations, result);
          known = iterations;
        }
      }
      return result;
    }
  };
}

/**
 * Lags `lag` … `lag` + 3. Four steps are written out, so that each draw is read once for all lags;
 * what they read past the end of a chain is zero.
 */
function sumBlock(
  centred: Float64Array,
  chains: number,
  iterations: number,
  lag: number,
  result: Float64Array
): void {
  const stride = iterations + MARGIN;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let chain = 0; chain < chains; ++chain) {
    const start = chain * stride;
    let p = centred[start + lag];
    let q = centred[start + lag + 1];
    let r = centred[start + lag + 2];
    for (let i = start, end = start + iterations - lag; i < end; i += BLOCK) {
      const s = centred[i + lag + 3];
      const w = centred[i];
      a += w * p;
      b += w * q;
      c += w * r;
      d += w * s;
      p = centred[i + lag + 4];
      const x = centred[i + 1];
      a += x * q;
      b += x * r;
      c += x * s;
      d += x * p;
      q = centred[i + lag + 5];
      const y = centred[i + 2];
      a += y * r;
      b += y * s;
      c += y * p;
      d += y * q;
      r = centred[i + lag + 6];
      const z = centred[i + 3];
      a += z * s;
      b += z * p;
      c += z * q;
      d += z * r;
    }
  }
  const scale = 1 / (iterations * chains);
  result[lag] = a * scale;
  result[lag + 1] = b * scale;
  result[lag + 2] = c * scale;
  result[lag + 3] = d * scale;
}

/** All lags at once. */
function transform(
  centred: Float64Array,
  chains: number,
  iterations: number,
  result: Float64Array
): void {
  // Twice the length of a chain, so that its end does not wrap around to its start.
  const size = nextPowerOfTwo(2 * iterations);
  const stride = iterations + MARGIN;
  const power = new Float64Array(size);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  // Two real chains travel as one complex series; only the sum of their power spectra is needed.
  for (let chain = 0; chain < chains; chain += 2) {
    const start = chain * stride;
    re.fill(0);
    im.fill(0);
    re.set(centred.subarray(start, start + iterations));
    if (chain + 1 < chains) im.set(centred.subarray(start + stride, start + stride + iterations));
    fft(re, im);
    for (let k = 0; k < size; ++k) power[k] += re[k] * re[k] + im[k] * im[k];
  }
  symmetrize(power, re);
  im.fill(0);
  fft(re, im);
  const scale = 1 / (size * iterations * chains);
  for (let lag = 0; lag < iterations; ++lag) result[lag] = re[lag] * scale;
}

/** (power[k] + power[-k]) / 2: |A|² + |B|² from |A + iB|². */
function symmetrize(power: Float64Array, out: Float64Array): void {
  const size = power.length;
  for (let k = 0; k < size; ++k) out[k] = 0.5 * (power[k] + power[(size - k) & (size - 1)]);
}
