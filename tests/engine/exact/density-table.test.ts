import {describe, expect, it} from "vitest";
import {DensityTable} from "../../../src/engine/exact/density-table.js";
import type {Grid} from "../../../src/engine/exact/grid-builder.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

/** A grid with the given heights at its nodes, the last axis fastest. */
function gridOf(lines: number[][], heights: number[]): Grid {
  const peak = Math.log(Math.max(...heights));
  return {
    lines: lines.map((own) => Float64Array.from(own)),
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

function drawn(grid: Grid): Draw[] {
  const table = new DensityTable(grid);
  const generator = createGenerator("table");
  const out = new Float64Array(5).fill(7);
  return Array.from({length: DRAWS}, () => {
    const density = table.draw(generator, out, 1);
    return {at: [...out.subarray(1, 1 + table.dim)], density};
  });
}

/** The linear interpolation on ascending lines: the interval and the share of the way through. */
function locate(lines: ArrayLike<number>, value: number): {i: number; share: number} {
  let i = 0;
  while (i + 2 < lines.length && lines[i + 1] <= value) ++i;
  return {i, share: (value - lines[i]) / (lines[i + 1] - lines[i])};
}

/** The piecewise multilinear density, relative to the peak. */
function heightAt({lines, logDensity, peak}: Grid, at: readonly number[]): number {
  let heights = Array.from(logDensity, (value) => Math.exp(value - peak));
  lines.forEach((own, axis) => {
    const {i, share} = locate(own, at[axis]);
    const inner = heights.length / own.length;
    const [below, above] = [i, i + 1].map((k) => heights.slice(k * inner, (k + 1) * inner));
    heights = below.map((height, k) => height * (1 - share) + above[k] * share);
  });
  return heights[0];
}

/** Intervals cut into PARTS each. */
const cuts = (lines: ArrayLike<number>): number[] =>
  Array.from({length: (lines.length - 1) * PARTS + 1}, (_, k) => {
    const i = Math.min(Math.floor(k / PARTS), lines.length - 2);
    return lines[i] + ((k - i * PARTS) / PARTS) * (lines[i + 1] - lines[i]);
  });

/** Chi-square of draws against boxes' masses: area times the height at the centre, exactly. */
function chiSquare(grid: Grid, draws: readonly Draw[]): {value: number; df: number} {
  const all = grid.lines.map(cuts);
  /** Every box by its place along the axes. */
  const boxes = all.reduce<number[][]>(
    (some, own) => some.flatMap((box) => Array.from(own.slice(1), (_, i) => [...box, i])),
    [[]]
  );
  const masses = boxes.map((box) => {
    const size = box.reduce((area, i, a) => area * (all[a][i + 1] - all[a][i]), 1);
    const centre = box.map((i, a) => (all[a][i] + all[a][i + 1]) / 2);
    return size * heightAt(grid, centre);
  });
  const total = masses.reduce((a, b) => a + b);
  const counts = new Float64Array(masses.length);
  for (const {at} of draws)
    counts[at.reduce((box, x, a) => box * (all[a].length - 1) + locate(all[a], x).i, 0)]++;
  let value = 0;
  let filled = 0;
  masses.forEach((mass, k) => {
    const expected = (mass / total) * draws.length;
    if (expected === 0) return;
    ++filled;
    value += (counts[k] - expected) ** 2 / expected;
  });
  return {value, df: filled - 1};
}

const grids = [
  {what: "one number", grid: gridOf([[-1, 0, 0.5, 3]], [0.2, 1, 5, 0])},
  {
    what: "two numbers",
    grid: gridOf(
      [
        [0, 1, 4],
        [-2, -1, 1]
      ],
      [1, 2, 0.1, 6, 3, 1, 0, 0.5, 2]
    )
  },
  {
    what: "three numbers",
    grid: gridOf(
      [
        [0, 1, 4],
        [-2, -1],
        [3, 4, 6]
      ],
      [1, 2, 0.5, 6, 3, 1, 0, 0.5, 2, 4, 4, 0.2, 1, 3, 2, 0.7, 0, 5]
    )
  },
  {what: "a plateau beside nothing", grid: gridOf([[0, 1, 2, 3]], [0, 0, 4, 4])}
];

describe.each(grids)("a table of $what", ({grid}) => {
  const draws = drawn(grid);

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

  it("knows how many numbers it draws, and writes no others", () => {
    const table = new DensityTable(grid);
    const out = new Float64Array(6).fill(7);
    table.draw(createGenerator("places"), out, 2);
    expect(table.dim).toBe(grid.lines.length);
    expect([...out.subarray(0, 2), ...out.subarray(2 + table.dim)]).toEqual(
      new Array(6 - table.dim).fill(7)
    );
  });
});

describe("DensityTable", () => {
  it("never leaves what has density", () => {
    const draws = drawn(grids[3].grid);
    expect(draws.every(({at: [x], density}) => x > 1 && x < 3 && density <= 1 + 1e-12)).toBe(true);
  });
});
