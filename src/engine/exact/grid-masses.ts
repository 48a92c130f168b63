// How the mass of a density lies in the cells of a grid, and between its lines.
import {alongAxis, type Lines} from "./grid-lines.js";

/** The mass of every cell under multilinear interpolation, last axis fastest, from densities at the nodes. */
export function cellMasses(lines: Lines, densities: Float64Array): Float64Array {
  const lengths = lines.map((own) => own.length);
  return lines.reduce((values, x, axis) => {
    const out = alongAxis(values, lengths, axis, x.length - 1, (line, to) => {
      for (let i = 0; i < to.length; ++i) to[i] = 0.5 * (x[i + 1] - x[i]) * (line[i] + line[i + 1]);
    });
    --lengths[axis];
    return out;
  }, densities);
}

/** The mass between neighbouring lines of an axis. */
export function marginalMasses(lines: Lines, masses: Float64Array, axis: number): Float64Array {
  const inner = lines.slice(axis + 1).reduce((product, own) => product * (own.length - 1), 1);
  const sums = new Float64Array(lines[axis].length - 1);
  masses.forEach((mass, cell) => {
    sums[Math.floor(cell / inner) % sums.length] += mass;
  });
  return sums;
}
