// Coefficients of a scale S from standard numbers.

/** Writes b = S z of every level, S k × k, row-major, lower; z and b [k × levels]. */
export function unstandardize(
  scale: Float64Array,
  levels: number,
  z: Float64Array,
  b: Float64Array
): void {
  const k = b.length / levels;
  for (let a = 0; a < k; ++a)
    for (let j = 0; j < levels; ++j) {
      let sum = 0;
      for (let c = 0; c <= a; ++c) sum += scale[a * k + c] * z[c * levels + j];
      b[a * levels + j] = sum;
    }
}
