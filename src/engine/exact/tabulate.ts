// A density of one to three numbers as a table over an adaptive grid that holds all its mass.
import {exp} from "../math/elementary.js";
import {createGenerator} from "../random/generator.js";
import {DensityTable} from "./density-table.js";
import {GridBuilder, type Grid} from "./grid-builder.js";
import {climb} from "./peak.js";
import {splitGrid} from "./split-grid.js";

/** Of the mass, what lies between two lines at most, to begin with. */
const SHARE = 1 / 4;

/** Steps to the peak need not be finer than this: the grid finds the rest. */
const FINEST = 1e-3;

/** Points at which a table is held against its density. */
const PROBES = 256;

/** Variance of the weights that draws from the table need, relative to their mean's square, that is good enough. */
const ERROR = 0.1;

/** A table, and the node of its grid that is densest. */
export interface Tabulated {
  readonly table: DensityTable;
  readonly mode: Float64Array;
}

/**
 * Tabulates the density around its peak near `start` (length 1 to 3): wide enough to hold all
 * mass, fine where mass is. Returns null when the density does not fall off, so that its integral
 * does not exist.
 */
export function tabulate(
  logDensity: (point: Float64Array) => number,
  start: Float64Array
): Tabulated | null {
  const builder = new GridBuilder(logDensity, climb(logDensity, start, FINEST));
  if (!builder.widen()) return null;
  for (let share = SHARE; ; share /= 2) {
    const isFull = !builder.refine(share);
    const grid = builder.grid();
    const table = new DensityTable(splitGrid(grid));
    if (isFull || errorOf(table, grid, logDensity) < ERROR) return {table, mode: grid.mode};
  }
}

/**
 * The variance of weights density / table under the table, relative to their mean's square. It is estimated at points
 * from a flatter density, so that what the table misses is found as well.
 */
function errorOf(
  table: DensityTable,
  {logDensity: values, ...grid}: Grid,
  logDensity: (point: Float64Array) => number
): number {
  const logHalf = values.map((value) => 0.5 * (value + grid.peak));
  const flatter = new DensityTable({...grid, logDensity: logHalf});
  const generator = createGenerator("probes");
  const point = grid.mode.slice();
  let [mass, own, squares] = [0, 0, 0];
  for (let i = 0; i < PROBES; ++i) {
    const height = flatter.draw(generator, point);
    const density = exp(logDensity(point) - grid.peak);
    const tabulated = table.at(point);
    mass += density / height;
    own += tabulated / height;
    if (density > 0) squares += (density * density) / (tabulated * height);
  }
  return (squares * own) / (mass * mass) - 1;
}
