// The fast Fourier transform of complex sequences whose length is a power of two.

/** What a transform of one length needs. */
interface Plan {
  /** cos and sin of 2π k / n for k < n / 2, interleaved. */
  readonly roots: Float64Array;
  /** Pairs of positions whose bits are each other's reverse. */
  readonly swaps: Int32Array;
}

/** By length; lengths recur thousands of times. */
const plans = new Map<number, Plan>();

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
  const {roots, swaps} = planOf(n);
  swap(re, swaps);
  swap(im, swaps);
  // Blocks grow by four at a time, after one doubling where n is no power of four.
  const isOddPower = Math.clz32(n) % 2 === 0;
  if (isOddPower) double(re, im);
  for (let size = isOddPower ? 2 : 1; size < n; size *= 4) quadruple(re, im, roots, size);
}

/** From transforms of single numbers to those of pairs. */
function double(re: Float64Array, im: Float64Array): void {
  for (let a = 0; a < re.length; a += 2) {
    const x = re[a + 1];
    const y = im[a + 1];
    re[a + 1] = re[a] - x;
    im[a + 1] = im[a] - y;
    re[a] += x;
    im[a] += y;
  }
}

/** From transforms of blocks of `size` to those of four times the size, in one pass over memory. */
function quadruple(re: Float64Array, im: Float64Array, roots: Float64Array, size: number): void {
  const n = re.length;
  const stride = n / size;
  for (let k = 0; k < size; ++k) {
    const c1 = roots[k * stride];
    const s1 = roots[k * stride + 1];
    const c2 = roots[(k * stride) / 2];
    const s2 = roots[(k * stride) / 2 + 1];
    for (let a = k; a < n; a += 4 * size) {
      const b = a + size;
      const c = b + size;
      const d = c + size;
      const bx = re[b] * c1 + im[b] * s1;
      const by = im[b] * c1 - re[b] * s1;
      const dx = re[d] * c1 + im[d] * s1;
      const dy = im[d] * c1 - re[d] * s1;
      const evenX = re[c] + dx;
      const evenY = im[c] + dy;
      const oddX = re[c] - dx;
      const oddY = im[c] - dy;
      const px = evenX * c2 + evenY * s2;
      const py = evenY * c2 - evenX * s2;
      // The root a quarter turn on: that of k times -i.
      const qx = oddY * c2 - oddX * s2;
      const qy = -oddX * c2 - oddY * s2;
      const ax = re[a] + bx;
      const ay = im[a] + by;
      const ux = re[a] - bx;
      const uy = im[a] - by;
      re[a] = ax + px;
      im[a] = ay + py;
      re[c] = ax - px;
      im[c] = ay - py;
      re[b] = ux + qx;
      im[b] = uy + qy;
      re[d] = ux - qx;
      im[d] = uy - qy;
    }
  }
}

/** The smallest power of two that is at least n. */
export function nextPowerOfTwo(n: number): number {
  let size = 1;
  while (size < n) size *= 2;
  return size;
}

function swap(x: Float64Array, swaps: Int32Array): void {
  for (let k = 0; k < swaps.length; k += 2) {
    const i = swaps[k];
    const j = swaps[k + 1];
    const held = x[i];
    x[i] = x[j];
    x[j] = held;
  }
}

function planOf(n: number): Plan {
  const known = plans.get(n);
  if (known) return known;
  const plan = {roots: rootsOfUnity(n), swaps: reversedBits(n)};
  plans.set(n, plan);
  return plan;
}

function rootsOfUnity(n: number): Float64Array {
  return n <= 4 ? Float64Array.of(1, 0, 0, 1) : refine(rootsOfUnity(n / 2));
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

function reversedBits(n: number): Int32Array {
  const pairs: number[] = [];
  let j = 0;
  for (let i = 1; i < n; ++i) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) pairs.push(i, j);
  }
  return Int32Array.from(pairs);
}
