// A density of one to three numbers as a table, from which independent draws come cheaply.
import {exp} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {AliasTable} from "./alias.js";
import type {Grid} from "./grid-builder.js";
import type {Lines} from "./grid-lines.js";
import {cellMasses} from "./grid-masses.js";

/**
 * Draws from the piecewise multilinear density through the values at the nodes of a grid, and
 * says how dense it is there, so that a Metropolis step can make up for what the table misses.
 */
export class DensityTable {
  private readonly lines: Lines;
  private readonly cells: AliasTable;
  private readonly densities: Float64Array;
  /** From a cell's first corner to each of its corners, the last axis fastest. */
  private readonly corners: Int32Array;
  /** The densities of a cell's corners. */
  private readonly heights: Float64Array;

  constructor({lines, logDensity, peak}: Grid) {
    this.lines = lines;
    this.densities = logDensity.map((value) => exp(value - peak));
    this.cells = new AliasTable(cellMasses(lines, this.densities));
    let corners = [0];
    for (let axis = lines.length - 1, stride = 1; axis >= 0; stride *= lines[axis--].length)
      corners = [...corners, ...corners.map((corner) => corner + stride)];
    this.corners = Int32Array.from(corners);
    this.heights = new Float64Array(corners.length);
  }

  /** Of how many numbers. */
  get dim(): number {
    return this.lines.length;
  }

  /** Writes a draw into `out` from place `at`; returns its density, relative to the peak. */
  draw(generator: Generator, out: Float64Array, at = 0): number {
    const {lines, densities, corners, heights} = this;
    const last = lines.length - 1;
    let low = 0;
    for (let axis = last, rest = this.cells.draw(generator), stride = 1; axis >= 0; --axis) {
      const nodes = lines[axis].length;
      const i = rest % (nodes - 1);
      rest = (rest - i) / (nodes - 1);
      low += i * stride;
      stride *= nodes;
      // The line below; the draw's place is between it and the next.
      out[at + axis] = i;
    }
    for (let k = 0; k < corners.length; ++k) heights[k] = densities[low + corners[k]];
    for (let axis = 0, half = corners.length / 2; axis <= last; ++axis, half /= 2) {
      let below = 0;
      let above = 0;
      for (let k = 0; k < half; ++k) {
        below += heights[k];
        above += heights[k + half];
      }
      const share = drawLinear(below, above, generator);
      for (let k = 0; k < half; ++k) heights[k] += share * (heights[k + half] - heights[k]);
      const i = out[at + axis];
      out[at + axis] = lines[axis][i] + share * (lines[axis][i + 1] - lines[axis][i]);
    }
    return heights[0];
  }

  /** How dense the table is at a point within its lines, relative to the peak. */
  at(point: Float64Array): number {
    const {lines, densities, corners, heights} = this;
    let low = 0;
    const shares = lines.map((own, axis) => {
      const above = Math.max(
        1,
        own.findIndex((line) => line > point[axis])
      );
      low = low * own.length + above - 1;
      return (point[axis] - own[above - 1]) / (own[above] - own[above - 1]);
    });
    for (let k = 0; k < corners.length; ++k) heights[k] = densities[low + corners[k]];
    shares.forEach((share, axis) => {
      const half = corners.length >> (axis + 1);
      for (let k = 0; k < half; ++k) heights[k] += share * (heights[k + half] - heights[k]);
    });
    return heights[0];
  }
}

/** A draw on 0 … 1 from the density that goes linearly from a to b. */
function drawLinear(a: number, b: number, generator: Generator): number {
  const u = generator.uniform();
  // The root of a x + (b − a) x²/2 = u (a + b)/2, in the form that loses no digits.
  const total = a + b;
  return (u * total) / (a + Math.sqrt(a * a + u * (b - a) * total));
}
