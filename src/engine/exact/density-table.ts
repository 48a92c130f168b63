// A density of one or two numbers as a table, from which independent draws come cheaply.
import {exp} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {AliasTable} from "./alias.js";
import type {Grid} from "./grid.js";

/**
 * Draws from the piecewise bilinear density through the values at the nodes of an adaptive grid, and
 * says how dense it is there, so that a Metropolis step can make up for what the table misses.
 */
export class DensityTable {
  private readonly cells: AliasTable;
  private readonly densities: Float64Array;
  private readonly columns: number;
  /** Of how many numbers. */
  readonly dim: number;

  constructor(private readonly grid: Grid) {
    const {x, y, logDensity, peak, mode} = grid;
    this.dim = mode.length;
    const columns = Math.max(y.length - 1, 1);
    this.columns = columns;
    this.densities = logDensity.map((value) => exp(value - peak));
    const masses = new Float64Array((x.length - 1) * columns);
    for (let i = 0, cell = 0; i + 1 < x.length; ++i)
      for (let j = 0; j < columns; ++j, ++cell) {
        const area = (x[i + 1] - x[i]) * (y.length > 1 ? y[j + 1] - y[j] : 1);
        masses[cell] = area * this.sumOfCorners(i, j);
      }
    this.cells = new AliasTable(masses);
  }

  /**
   * Writes a draw into out[at] and, of two numbers, out[at + step]; returns its density, relative to
   * the peak.
   */
  draw(generator: Generator, out: Float64Array, at: number, step: number): number {
    const {x, y} = this.grid;
    const {densities, columns} = this;
    const nodes = y.length;
    const cell = this.cells.draw(generator);
    const i = Math.floor(cell / columns);
    const j = cell - i * columns;
    const right = nodes > 1 ? 1 : 0;
    const f00 = densities[i * nodes + j];
    const f01 = densities[i * nodes + j + right];
    const f10 = densities[(i + 1) * nodes + j];
    const f11 = densities[(i + 1) * nodes + j + right];
    const u = drawLinear(f00 + f01, f10 + f11, generator);
    out[at] = x[i] + u * (x[i + 1] - x[i]);
    const low = f00 + u * (f10 - f00);
    if (nodes === 1) return low;
    const high = f01 + u * (f11 - f01);
    const w = drawLinear(low, high, generator);
    out[at + step] = y[j] + w * (y[j + 1] - y[j]);
    return low + w * (high - low);
  }

  private sumOfCorners(i: number, j: number): number {
    const {densities} = this;
    const nodes = this.grid.y.length;
    const right = nodes > 1 ? 1 : 0;
    return (
      densities[i * nodes + j] +
      densities[i * nodes + j + right] +
      densities[(i + 1) * nodes + j] +
      densities[(i + 1) * nodes + j + right]
    );
  }
}

/** A draw on 0 … 1 from the density that goes linearly from a to b. */
function drawLinear(a: number, b: number, generator: Generator): number {
  const u = generator.uniform();
  // The root of a x + (b − a) x²/2 = u (a + b)/2, in the form that loses no digits.
  const total = a + b;
  return (u * total) / (a + Math.sqrt(a * a + u * (b - a) * total));
}
