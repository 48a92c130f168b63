// How the mass of a density lies in the cells of a grid, and between its lines.

/** Lines of both axes, ascending; the second has one line when there is one coordinate. */
export type Lines = readonly [number[], number[]];

/** The mass of every cell under bilinear interpolation, row by row, from densities at the nodes. */
export function cellMasses([x, y]: Lines, densities: readonly (readonly number[])[]): Float64Array {
  const columns = Math.max(y.length - 1, 1);
  const masses = new Float64Array((x.length - 1) * columns);
  for (let i = 0, cell = 0; i + 1 < x.length; ++i)
    for (let j = 0; j < columns; ++j, ++cell) {
      const height = y.length > 1 ? y[j + 1] - y[j] : 1;
      masses[cell] = (x[i + 1] - x[i]) * height * cornerMean(densities, i, j);
    }
  return masses;
}

/** The mass between neighbouring lines of an axis. */
export function marginalMasses([x, y]: Lines, masses: Float64Array, axis: number): Float64Array {
  const columns = Math.max(y.length - 1, 1);
  const sums = new Float64Array(axis === 0 ? x.length - 1 : columns);
  masses.forEach((mass, cell) => {
    sums[axis === 0 ? Math.floor(cell / columns) : cell % columns] += mass;
  });
  return sums;
}

/** The mean over the corners of cell (i, j); a single column is both sides of its cells. */
export function cornerMean(values: readonly (readonly number[])[], i: number, j: number): number {
  const right = values[i].length > 1 ? j + 1 : j;
  return (values[i][j] + values[i][right] + values[i + 1][j] + values[i + 1][right]) / 4;
}
