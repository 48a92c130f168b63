// The lines of an adaptive grid, added where a density asks for them.
import {exp} from "../math/elementary.js";
import type {Grid} from "./grid.js";
import {cellMasses, cornerMean, marginalMasses, type Lines} from "./grid-masses.js";

/** Beyond lines this far below the peak, in logarithms, lies less than a draw can meet. */
const DEPTH = 34;

/** A log density that has not fallen by DEPTH this far from the peak falls off too slowly. */
const REACH = 300;

/** Nodes after which no line is added. */
const MOST_NODES = 16_000;

/** Cells at which the interpolation is tested, spread evenly over the mass. */
const PROBES = 64;

/** Lines of both axes, and the log density where they cross. */
export class GridBuilder {
  /** Lines of each axis, ascending. */
  private readonly lines: Lines;
  /** rows[i][j] at (x_i, y_j). */
  private readonly rows: number[][];
  private peak = -Infinity;
  private readonly point: Float64Array;

  constructor(
    private readonly logDensity: (point: Float64Array) => number,
    private readonly centre: Float64Array
  ) {
    this.point = centre.slice();
    const around = (axis: number): number[] => {
      const h = this.scaleOf(axis);
      return [-2, -1, 0, 1, 2].map((k) => centre[axis] + k * h);
    };
    const x = around(0);
    this.lines = [x, centre.length > 1 ? around(1) : [0]];
    this.rows = x.map((at) => this.row(at));
  }

  get nodes(): number {
    return this.lines[0].length * this.lines[1].length;
  }

  /** Adds lines outside until the density is low on all of them; false when it never gets there. */
  widen(): boolean {
    for (let grown = true; grown;) {
      grown = false;
      for (const axis of this.axes)
        for (const side of [0, 1]) {
          if (this.highest(axis, side) < this.peak - DEPTH) continue;
          const own = this.lines[axis];
          const [edge, next] = side ? [own.at(-1), own.at(-2)] : own;
          const line = (edge ?? 0) + 1.5 * ((edge ?? 0) - (next ?? 0));
          if (!(Math.abs(line - this.centre[axis]) < REACH)) return false;
          this.insert(axis, side ? own.length : 0, line);
          grown = true;
        }
    }
    return Number.isFinite(this.peak);
  }

  /**
   * Halves the intervals of either axis that hold more than `share` of the mass; false when there
   * are so many nodes that it is enough.
   */
  refine(share: number): boolean {
    for (let split = true; split;) {
      split = false;
      for (const axis of this.axes) {
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

  /** Relative error of the interpolation at cells' centres, averaged over the mass. */
  error(): number {
    const [x, y] = this.lines;
    const columns = Math.max(y.length - 1, 1);
    const masses = this.cellMasses();
    const step = masses.reduce((sum, mass) => sum + mass, 0) / PROBES;
    let passed = 0;
    let probed = 0;
    let sum = 0;
    for (let cell = 0; cell < masses.length; ++cell) {
      passed += masses[cell];
      const due = Math.floor(passed / step + 0.5) - probed;
      if (due <= 0) continue;
      probed += due;
      const i = Math.floor(cell / columns);
      const j = cell % columns;
      const value = this.at(0.5 * (x[i] + x[i + 1]), y.length > 1 ? 0.5 * (y[j] + y[j + 1]) : 0);
      sum += due * Math.abs(exp(value - this.peak) / this.centreDensity(i, j) - 1);
    }
    return sum / PROBES;
  }

  grid(): Grid {
    const [x, y] = this.lines;
    const logDensity = Float64Array.from(this.rows.flat());
    const peak = logDensity.reduce((a, b) => Math.max(a, b));
    const at = logDensity.indexOf(peak);
    const mode = [x[Math.floor(at / y.length)], y[at % y.length]];
    return {
      x: Float64Array.from(x),
      y: Float64Array.from(y),
      logDensity,
      peak,
      mode: Float64Array.from(mode.slice(0, this.centre.length))
    };
  }

  private get axes(): readonly number[] {
    return this.centre.length > 1 ? [0, 1] : [0];
  }

  private insert(axis: number, place: number, line: number): void {
    const [x, y] = this.lines;
    this.lines[axis].splice(place, 0, line);
    if (axis === 0) this.rows.splice(place, 0, this.row(line));
    else this.rows.forEach((row, i) => row.splice(place, 0, this.at(x[i], y[place])));
  }

  private row(x: number): number[] {
    return this.lines[1].map((y) => this.at(x, y));
  }

  /** The greatest value on the first or last line of an axis. */
  private highest(axis: number, side: number): number {
    const {rows} = this;
    if (axis === 0) return Math.max(...rows[side ? rows.length - 1 : 0]);
    return Math.max(...rows.map((row) => row[side ? row.length - 1 : 0]));
  }

  /** The density that interpolation puts at a cell's centre. */
  private centreDensity(i: number, j: number): number {
    const near = [this.rows[i], this.rows[i + 1]].map((row) =>
      row.slice(j, j + 2).map((value) => exp(value - this.peak))
    );
    return cornerMean(near, 0, 0);
  }

  private cellMasses(): Float64Array {
    return cellMasses(
      this.lines,
      this.rows.map((row) => row.map((value) => exp(value - this.peak)))
    );
  }

  /** A distance from the centre over which the density changes, but not out of sight. */
  private scaleOf(axis: number): number {
    const {point, centre, logDensity} = this;
    const middle = logDensity(centre);
    const drop = (h: number): number => {
      point.set(centre);
      point[axis] = centre[axis] + h;
      const above = logDensity(point);
      point[axis] = centre[axis] - h;
      return middle - Math.max(above, logDensity(point));
    };
    let h = 1;
    while (drop(h) > 2 && h > 1e-9) h /= 2;
    while (drop(h) < 0.25 && h < 4) h *= 2;
    return h;
  }

  private at(x: number, y: number): number {
    const {point} = this;
    point[0] = x;
    if (point.length > 1) point[1] = y;
    const value = this.logDensity(point);
    if (value > this.peak) this.peak = value;
    return value;
  }
}
