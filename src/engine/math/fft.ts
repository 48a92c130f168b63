// The fast Fourier transform of complex sequences whose length is a power of two.

/** cos and sin of 2π k / n for k < n / 2, interleaved, by n; sizes recur thousands of times. */
const rootsBySize = new Map<number, Float64Array>();

/**
 * Overwrites the complex sequence `re + i im` with Σ x[t] exp(-2πi k t / n), k = 0 … n - 1.
 * The length n must be a power of two, otherwise both buffers are filled with NaN. The inverse is
 * the same transform with `re` and `im` exchanged, divided by n. [cooley1965]
 */
export function fft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  if (n === 0 || (n & (n - 1)) !== 0) {
    re.fill(NaN);
    im.fill(NaN);
    return;
  }
  reverseBits(re, im);
  const roots = rootsOfUnity(n);
  for (let half = 1; half < n; half *= 2) {
    const stride = n / half;
    for (let start = 0; start < n; start += 2 * half) {
      for (let k = 0; k < half; ++k) {
        const a = start + k;
        const b = a + half;
        const c = roots[k * stride];
        const s = roots[k * stride + 1];
        const x = re[b] * c + im[b] * s;
        const y = im[b] * c - re[b] * s;
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
      }
    }
  }
}

/** The smallest power of two that is at least n. */
export function nextPowerOfTwo(n: number): number {
  let size = 1;
  while (size < n) size *= 2;
  return size;
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  let j = 0;
  for (let i = 1; i < n; ++i) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      swap(re, i, j);
      swap(im, i, j);
    }
  }
}

function swap(x: Float64Array, i: number, j: number): void {
  const held = x[i];
  x[i] = x[j];
  x[j] = held;
}

function rootsOfUnity(n: number): Float64Array {
  const known = rootsBySize.get(n);
  if (known) return known;
  const roots = n <= 4 ? Float64Array.of(1, 0, 0, 1) : refine(rootsOfUnity(n / 2));
  rootsBySize.set(n, roots);
  return roots;
}

/**
 * The roots of double the order: between two neighbours lies their sum over 2 cos of half the angle
 * between them. Math.cos would do, but its last digits depend on the machine.
 */
function refine(coarse: Float64Array): Float64Array {
  const n = coarse.length;
  const share = 1 / Math.sqrt(2 + 2 * coarse[2]);
  const roots = new Float64Array(2 * n);
  for (let k = 0; k < n; k += 2) {
    // The last neighbour is -1, half a turn on.
    const nextCos = k + 2 < n ? coarse[k + 2] : -1;
    const nextSin = k + 2 < n ? coarse[k + 3] : 0;
    roots[2 * k] = coarse[k];
    roots[2 * k + 1] = coarse[k + 1];
    roots[2 * k + 2] = (coarse[k] + nextCos) * share;
    roots[2 * k + 3] = (coarse[k + 1] + nextSin) * share;
  }
  return roots;
}
