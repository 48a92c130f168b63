// Derivatives by differences: the check on every gradient.

/** (f(x + h) - f(x - h)) / 2h in every coordinate, Richardson's combination of h and 2h. */
export function centralDifference(
  f: (x: Float64Array) => number,
  x: Float64Array,
  h = 1e-4
): Float64Array {
  const at = (i: number, d: number) => f(x.map((value, j) => (j === i ? value + d : value)));
  return x.map((_, i) => {
    const near = (at(i, h) - at(i, -h)) / (2 * h);
    const far = (at(i, 2 * h) - at(i, -2 * h)) / (4 * h);
    return (4 * near - far) / 3;
  });
}
