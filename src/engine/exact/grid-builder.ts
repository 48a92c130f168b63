// The lines of an adaptive grid, added where a density asks for them.
import {exp} from "../math/elementary.js";
import type {Lines} from "./grid-lines.js";
import {cellMasses, marginalMasses} from "./grid-masses.js";
import {spreadAround} from "./peak.js";

/** Beyond lines this far below the peak, in logarithms, lies less than draws by the million can meet. */
const DEPTH = 24;

/** A log density that has not fallen by DEPTH this far from the peak falls off too slowly. */
const REACH = 300;

/** Nodes after which no line is added. */
const MOST_NODES = 16_000;

/** The first lines lie so far apart along a flat axis. */
const WIDEST = 4;

/** Values of a log density where the lines of all axes cross. */
export interface Grid {
  readonly lines: Lines;
  /** Log density at the nodes, the last axis fastest. */
  readonly logDensity: Float64Array;
  /** Its greatest value, and the node that has it. */
  readonly peak: number;
  readonly mode: Float64Array;
}

/** Lines of all axes, and the log density where they cross. */
export class GridBuilder {
  private lines: Lines;
  /** Log densities at the nodes, the last axis fastest. */
  private values: Float64Array;
  private peak = -Infinity;
  private readonly point: Float64Array;

  constructor(
    private readonly logDensity: (point: Float64Array) => number,
    private readonly centre: Float64Array
  ) {
    this.point = centre.slice();
    const spread = spreadAround(logDensity, centre, WIDEST);
    this.lines = Array.from(centre, (at, axis) =>
      Float64Array.from([-2, -1, 0, 1, 2], (k) => at + k * spread[axis])
    );
    this.values = new Float64Array(nodesOf(this.lines)).map((_, node) => this.at(node));
  }

  get nodes(): number {
    return this.values.length;
  }

  /** Adds lines outside until the density is low on all of them; false when it never gets there. */
  widen(): boolean {
    for (let grown = true; grown;) {
      grown = false;
      for (let axis = 0; axis < this.lines.length; ++axis)
        for (const side of [0, 1]) {
          if (this.highest(axis, side) < this.peak - DEPTH) continue;
          const own = this.lines[axis];
          const edge = side * (own.length - 1);
          const line = own[edge] + 2 * (own[edge] - own[side ? edge - 1 : 1]);
          if (!(Math.abs(line - this.centre[axis]) < REACH)) return false;
          this.insert(axis, side * own.length, line);
          grown = true;
        }
    }
    return Number.isFinite(this.peak);
  }

  /**
   * Halves the intervals of any axis that hold more than `share` of the mass; false when there
   * are so many nodes that it is enough.
   */
  refine(share: number): boolean {
    for (let split = true; split;) {
      split = false;
      for (let axis = 0; axis < this.lines.length; ++axis) {
        const masses = marginalMasses(this.lines, this.cellMasses(), axis);
        const total = masses.reduce((sum, mass) => sum + mass, 0);
        const own = this.lines[axis];
        for (let i = masses.length - 1; i >= 0; --i) {
          if (masses[i] <= share * total) continue;
          this.insert(axis, i + 1, 0.5 * (own[i] + own[i + 1]));
          split = true;
        }
        if (this.nodes > MOST_NODES) return false;
      }
    }
    return true;
  }

  grid(): Grid {
    const {lines, values, point, peak} = this;
    this.place(values.indexOf(peak));
    return {lines, logDensity: values, peak, mode: point.slice()};
  }

  private insert(axis: number, place: number, line: number): void {
    const {lines, values} = this;
    const own = lines[axis];
    const longer = Float64Array.of(...own.subarray(0, place), line, ...own.subarray(place));
    this.lines = lines.map((x, a) => (a === axis ? longer : x));
    const inner = nodesOf(lines.slice(axis + 1));
    const before = place * inner;
    const size = own.length * inner;
    this.values = new Float64Array(values.length + values.length / own.length).map((_, node) => {
      const at = node % (size + inner);
      const from = ((node - at) / (size + inner)) * size;
      if (at < before) return values[from + at];
      return at < before + inner ? this.at(node) : values[from + at - inner];
    });
  }

  /** The greatest value on the first or last line of an axis. */
  private highest(axis: number, side: number): number {
    const {lines, values} = this;
    const inner = nodesOf(lines.slice(axis + 1));
    const own = lines[axis].length;
    return values.reduce(
      (most, value, node) =>
        Math.floor(node / inner) % own === side * (own - 1) ? Math.max(most, value) : most,
      -Infinity
    );
  }

  private cellMasses(): Float64Array {
    const {lines, values, peak} = this;
    return cellMasses(
      lines,
      values.map((value) => exp(value - peak))
    );
  }

  /** The log density at a node. */
  private at(node: number): number {
    this.place(node);
    const value = this.logDensity(this.point);
    if (value > this.peak) this.peak = value;
    return value;
  }

  /** Sets the point to a node. */
  private place(node: number): void {
    const {lines, point} = this;
    for (let axis = lines.length - 1, rest = node; axis >= 0; --axis) {
      const own = lines[axis];
      point[axis] = own[rest % own.length];
      rest = Math.floor(rest / own.length);
    }
  }
}

/** How many nodes there are where such lines cross. */
function nodesOf(lines: Lines): number {
  return lines.reduce((product, {length}) => product * length, 1);
}
