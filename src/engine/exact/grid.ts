// An adaptive grid of one or two coordinates that holds all the mass of a density.
import {GridBuilder} from "./grid-builder.js";

/** Values of a log density at the nodes x × y; y has one node, 0, when there is one coordinate. */
export interface Grid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Log density at node (i, j) in place i × y.length + j. */
  readonly logDensity: Float64Array;
  /** Its greatest value, and the node that has it. */
  readonly peak: number;
  readonly mode: Float64Array;
}

/** Of the mass, what lies between two lines at most, by the number of coordinates. */
const SHARES = [1 / 256, 1 / 32] as const;

/** Error of the bilinear interpolation at cells' centres, averaged over the mass, that is good enough. */
const ERROR = 0.1;

/**
 * Lays a grid around the peak of `logDensity` near `start` (length 1 or 2): wide enough to hold all
 * mass, fine where mass is. Returns null when the density does not fall off, so that its integral
 * does not exist.
 */
export function layGrid(
  logDensity: (point: Float64Array) => number,
  start: Float64Array
): Grid | null {
  const centre = climb(logDensity, start);
  const builder = new GridBuilder(logDensity, centre);
  if (!builder.widen()) return null;
  for (let share: number = SHARES[start.length - 1]; ; share /= 2)
    if (!builder.refine(share) || builder.error() < ERROR) return builder.grid();
}

/** The highest point that steps along the axes reach. */
function climb(logDensity: (point: Float64Array) => number, start: Float64Array): Float64Array {
  const point = start.slice();
  let best = logDensity(point);
  for (let step = 2; step > 1e-3; step /= 2)
    for (let moved = true, rounds = 0; moved && rounds < 50; ++rounds) {
      moved = false;
      for (let axis = 0; axis < point.length; ++axis)
        for (const move of [step, -step]) {
          const before = point[axis];
          point[axis] = before + move;
          const here = logDensity(point);
          if (here > best) {
            best = here;
            moved = true;
          } else point[axis] = before;
        }
    }
  return point;
}
