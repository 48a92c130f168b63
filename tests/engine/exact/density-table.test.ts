import {describe, expect, it} from "vitest";
import {DensityTable} from "../../../src/engine/exact/density-table.js";
import type {Grid} from "../../../src/engine/exact/grid.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

/** A grid with the given heights; y has one line for a density of one number. */
function gridOf(x: number[], y: number[], heights: number[]): Grid {
  const peak = Math.log(Math.max(...heights));
  return {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    logDensity: Float64Array.from(heights, Math.log),
    peak,
    mode: Float64Array.of(NaN)
  };
}

const DRAWS = 40_000;
const PARTS = 4;

interface Draw {
  readonly at: readonly number[];
  readonly density: number;
}

function drawn(grid: Grid, dim: number): Draw[] {
  const table = new DensityTable(grid);
  const generator = createGenerator("table");
  const out = new Float64Array(4).fill(7);
  return Array.from({length: DRAWS}, () => {
    const density = table.draw(generator, out, 1, 2);
    return {at: dim > 1 ? [out[1], out[3]] : [out[1]], density};
  });
}

/** The linear interpolation on ascending lines: the interval and the share of the way through. */
function locate(lines: ArrayLike<number>, value: number): {i: number; share: number} {
  let i = 0;
  while (i + 2 < lines.length && lines[i + 1] <= value) ++i;
  return {i, share: (value - lines[i]) / (lines[i + 1] - lines[i])};
}

/** The piecewise bilinear density, relative to the peak. */
function heightAt({x, y, logDensity, peak}: Grid, [a, b]: readonly number[]): number {
  const own = locate(x, a);
  const other = y.length > 1 ? locate(y, b) : {i: 0, share: 0};
  const right = y.length > 1 ? other.i + 1 : 0;
  const node = (i: number, j: number) => Math.exp(logDensity[i * y.length + j] - peak);
  const along = (j: number) => node(own.i, j) * (1 - own.share) + node(own.i + 1, j) * own.share;
  return along(other.i) * (1 - other.share) + along(right) * other.share;
}

/** Intervals cut into PARTS each. */
const cuts = (lines: ArrayLike<number>): number[] =>
  Array.from({length: (lines.length - 1) * PARTS + 1}, (_, k) => {
    const i = Math.min(Math.floor(k / PARTS), lines.length - 2);
    return lines[i] + ((k - i * PARTS) / PARTS) * (lines[i + 1] - lines[i]);
  });

/** Chi-square of draws against boxes' masses: area times the height at the centre, exactly. */
function chiSquare(grid: Grid, draws: readonly Draw[]): {value: number; df: number} {
  const xs = cuts(grid.x);
  const ys = grid.y.length > 1 ? cuts(grid.y) : [0, 1];
  const columns = ys.length - 1;
  const masses = new Float64Array((xs.length - 1) * columns);
  for (let i = 0; i + 1 < xs.length; ++i)
    for (let j = 0; j < columns; ++j)
      masses[i * columns + j] =
        (xs[i + 1] - xs[i]) *
        (ys[j + 1] - ys[j]) *
        heightAt(grid, [(xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2]);
  const total = masses.reduce((a, b) => a + b);
  const counts = new Float64Array(masses.length);
  for (const {at} of draws)
    counts[locate(xs, at[0]).i * columns + (at.length > 1 ? locate(ys, at[1]).i : 0)]++;
  let value = 0;
  let boxes = 0;
  masses.forEach((mass, k) => {
    const expected = (mass / total) * draws.length;
    if (expected === 0) return;
    ++boxes;
    value += (counts[k] - expected) ** 2 / expected;
  });
  return {value, df: boxes - 1};
}

const grids = [
  {what: "one number", dim: 1, grid: gridOf([-1, 0, 0.5, 3], [0], [0.2, 1, 5, 0])},
  {
    what: "two numbers",
    dim: 2,
    grid: gridOf([0, 1, 4], [-2, -1, 1], [1, 2, 0.1, 6, 3, 1, 0, 0.5, 2])
  },
  {what: "a plateau beside nothing", dim: 1, grid: gridOf([0, 1, 2, 3], [0], [0, 0, 4, 4])}
];

describe.each(grids)("a table of $what", ({grid, dim}) => {
  const draws = drawn(grid, dim);

  it("draws from the density that lies linearly between its nodes", () => {
    const {value, df} = chiSquare(grid, draws);
    // Beyond 4 standard deviations lies about one seed of 10,000.
    expect(value).toBeLessThan(df + 4 * Math.sqrt(2 * df));
  });

  it("says how dense it is where it has drawn", () => {
    const some = draws.slice(0, 500);
    const expected = some.map(({at}) => heightAt(grid, at));
    expectClose(
      some.map(({density}) => density),
      expected,
      {relative: 1e-9, absolute: 1e-12}
    );
  });
});

describe("DensityTable", () => {
  it.each(grids)("knows how many numbers it draws: $what", ({grid, dim}) => {
    expect(new DensityTable({...grid, mode: new Float64Array(dim)}).dim).toBe(dim);
  });

  it("never leaves what has density", () => {
    const draws = drawn(grids[2].grid, 1);
    expect(draws.every(({at: [x], density}) => x > 1 && x < 3 && density <= 1 + 1e-12)).toBe(true);
  });
});
