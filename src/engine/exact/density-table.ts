// A density of one or two numbers as a table, from which independent draws come cheaply.
import {exp} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {AliasTable} from "./alias.js";
import {cellMasses} from "./grid-masses.js";
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
    this.columns = Math.max(y.length - 1, 1);
    this.densities = logDensity.map((value) => exp(value - peak));
    const rows = Array.from(x, (_, i) => [
      ...this.densities.slice(i * y.length, (i + 1) * y.length)
    ]);
    this.cells = new AliasTable(cellMasses([[...x], [...y]], rows));
  }

  /**
   * Writes a draw into out[at] and, of two numbers, out[at + step]; returns its density, relative to
   * the peak.
   */
  draw(generator: Generator, out: Float64Array, at: number, step: number): number {
    const {x, y} = this.grid;
    const {columns, densities} = this;
    const nodes = y.length;
    const cell = this.cells.draw(generator);
    const i = Math.floor(cell / columns);
    const j = cell - i * columns;
    const low = i * nodes + j;
    const right = nodes > 1 ? 1 : 0;
    const f00 = densities[low];
    const f01 = densities[low + right];
    const f10 = densities[low + nodes];
    const f11 = densities[low + nodes + right];
    const u = drawLinear(f00 + f01, f10 + f11, generator);
    out[at] = x[i] + u * (x[i + 1] - x[i]);
    const f0 = f00 + u * (f10 - f00);
    if (nodes === 1) return f0;
    const f1 = f01 + u * (f11 - f01);
    const w = drawLinear(f0, f1, generator);
    out[at + step] = y[j] + w * (y[j + 1] - y[j]);
    return f0 + w * (f1 - f0);
  }
}

/** A draw on 0 … 1 from the density that goes linearly from a to b. */
function drawLinear(a: number, b: number, generator: Generator): number {
  const u = generator.uniform();
  // The root of a x + (b − a) x²/2 = u (a + b)/2, in the form that loses no digits.
  const total = a + b;
  return (u * total) / (a + Math.sqrt(a * a + u * (b - a) * total));
}
