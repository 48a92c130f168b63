// Arithmetic on planes: one number per level, stored in a row, for all levels in one loop.

/** x[at …] = value, n entries. */
export function fillPlane(x: Float64Array, at: number, n: number, value: number): void {
  for (let i = at; i < at + n; ++i) x[i] = value;
}

/** y[to …] += weight x[from …], n entries. */
export function addScaled(
  y: Float64Array,
  to: number,
  weight: number,
  x: Float64Array,
  from: number,
  n: number
): void {
  for (let i = 0; i < n; ++i) y[to + i] += weight * x[from + i];
}

/** y[to …] -= a[at …] b[from …], n entries. */
export function subtractProduct(
  y: Float64Array,
  to: number,
  a: Float64Array,
  at: number,
  b: Float64Array,
  from: number,
  n: number
): void {
  for (let i = 0; i < n; ++i) y[to + i] -= a[at + i] * b[from + i];
}

/** y[to …] *= a[at …], n entries. */
export function multiply(
  y: Float64Array,
  to: number,
  a: Float64Array,
  at: number,
  n: number
): void {
  for (let i = 0; i < n; ++i) y[to + i] *= a[at + i];
}

/** Σ a[at …] b[from …] over n entries; four sums, which a processor overlaps. */
export function dot(a: Float64Array, at: number, b: Float64Array, from: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    s0 += a[at + i] * b[from + i];
    s1 += a[at + i + 1] * b[from + i + 1];
    s2 += a[at + i + 2] * b[from + i + 2];
    s3 += a[at + i + 3] * b[from + i + 3];
  }
  for (; i < n; ++i) s0 += a[at + i] * b[from + i];
  return s0 + s1 + (s2 + s3);
}

/**
 * y += sign Σ_j weights[j] x_j for the columns x_j of x, each as long as y: four in one pass, since
 * half of the time goes into memory.
 */
export function addColumns(
  y: Float64Array,
  sign: number,
  weights: Float64Array,
  x: Float64Array
): void {
  const n = y.length;
  const p = weights.length;
  let j = 0;
  for (; j + 3 < p; j += 4) {
    const w0 = sign * weights[j];
    const w1 = sign * weights[j + 1];
    const w2 = sign * weights[j + 2];
    const w3 = sign * weights[j + 3];
    const [p0, p1, p2, p3] = [j * n, (j + 1) * n, (j + 2) * n, (j + 3) * n];
    for (let i = 0; i < n; ++i)
      y[i] += w0 * x[p0 + i] + w1 * x[p1 + i] + (w2 * x[p2 + i] + w3 * x[p3 + i]);
  }
  for (; j < p; ++j) addScaled(y, 0, sign * weights[j], x, j * n, n);
}

/** out[j] += sign Σ_i x_j[i] v[i] for the columns x_j of x, each as long as v; four in one pass. */
export function addProjections(
  out: Float64Array,
  sign: number,
  x: Float64Array,
  v: Float64Array
): void {
  const n = v.length;
  const p = out.length;
  let j = 0;
  for (; j + 3 < p; j += 4) {
    const [p0, p1, p2, p3] = [j * n, (j + 1) * n, (j + 2) * n, (j + 3) * n];
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0; i < n; ++i) {
      const own = v[i];
      s0 += x[p0 + i] * own;
      s1 += x[p1 + i] * own;
      s2 += x[p2 + i] * own;
      s3 += x[p3 + i] * own;
    }
    out[j] += sign * s0;
    out[j + 1] += sign * s1;
    out[j + 2] += sign * s2;
    out[j + 3] += sign * s3;
  }
  for (; j < p; ++j) out[j] += sign * dot(x, j * n, v, 0, n);
}
