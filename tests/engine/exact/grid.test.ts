import {describe, expect, it} from "vitest";
import {layGrid, type Grid} from "../../../src/engine/exact/grid.js";
import {expectClose} from "../../assert.js";

type Density = (point: Float64Array) => number;

const normal = (x: number, centre: number, sd: number) => -0.5 * ((x - centre) / sd) ** 2;
const r = 0.99;

/** Log densities with their integrals and where they are highest. */
const cases: readonly {
  what: string;
  density: Density;
  start: number[];
  integral: number;
  mode: number[];
}[] = [
  {
    what: "a normal",
    density: ([x]) => normal(x, 0.3, 1),
    start: [0],
    integral: Math.sqrt(2 * Math.PI),
    mode: [0.3]
  },
  {
    what: "a narrow normal, far from the start",
    density: ([x]) => normal(x, -7.3, 1e-4),
    start: [2],
    integral: 1e-4 * Math.sqrt(2 * Math.PI),
    mode: [-7.3]
  },
  {
    what: "a half-Cauchy by its logarithm, whose tails fall as exp(−|x|)",
    density: ([x]) => x - Math.log1p(Math.exp(2 * x)),
    start: [3],
    integral: Math.PI / 2,
    mode: [0]
  },
  {
    what: "two humps of which the start sees one",
    density: ([x]) => Math.log(Math.exp(normal(x, 0, 0.5)) + Math.exp(normal(x, 3, 0.25))),
    start: [-1],
    integral: 0.75 * Math.sqrt(2 * Math.PI),
    mode: [NaN]
  },
  {
    what: "a banana",
    density: ([x, y]) => normal(x, 0, 1) + normal(y, x * x, 0.3),
    start: [1, 1],
    integral: 0.6 * Math.PI,
    mode: [0, 0]
  },
  {
    what: "a correlation of 0.99",
    density: ([x, y]) => -(x * x - 2 * r * x * y + y * y) / (2 * (1 - r * r)),
    start: [0.5, 0],
    integral: 2 * Math.PI * Math.sqrt(1 - r * r),
    mode: [0, 0]
  },
  {
    what: "a normal wide one way and narrow the other",
    density: ([x, y]) => normal(x, 5, 8) + normal(y, 0, 1e-3),
    start: [0, 1],
    integral: 0.016 * Math.PI,
    mode: [5, 0]
  },
  {
    what: "a plateau with edges",
    density: ([x]) => (x > -1 && x < 2 ? 0 : -Infinity),
    start: [0],
    integral: 3,
    mode: [NaN]
  }
];

/** The integral of what lies linearly between the nodes. */
function integral({x, y, logDensity}: Grid): number {
  const height = (i: number, j: number) => Math.exp(logDensity[i * y.length + j]);
  let sum = 0;
  for (let i = 0; i + 1 < x.length; ++i)
    if (y.length === 1) sum += ((x[i + 1] - x[i]) * (height(i, 0) + height(i + 1, 0))) / 2;
    else
      for (let j = 0; j + 1 < y.length; ++j)
        sum +=
          ((x[i + 1] - x[i]) *
            (y[j + 1] - y[j]) *
            (height(i, j) + height(i + 1, j) + height(i, j + 1) + height(i + 1, j + 1))) /
          4;
  return sum;
}

const lay = (density: Density, start: number[]) => layGrid(density, Float64Array.from(start));

describe.each(cases)("the grid of $what", ({density, start, integral: expected, mode}) => {
  const grid = lay(density, start);

  it("holds all mass", () => {
    // About 1 % at the centres of cells, or what 16,000 nodes allow; in the tails, where intervals
    // are wide, chords lie above the density by another percent. A table may err so: what is drawn
    // from it is accepted or refused.
    expectClose(grid ? integral(grid) : NaN, expected, {relative: 0.02});
  });

  it("has the density at ascending lines, and its peak", () => {
    if (!grid) throw new Error("there is a grid");
    const {x, y, logDensity, peak} = grid;
    for (const lines of [x, y])
      expect(lines.every((v, i) => i === 0 || v > lines[i - 1])).toBe(true);
    const direct = Array.from(x, (a) => Array.from(y, (b) => density(Float64Array.of(a, b))));
    expect([...logDensity]).toEqual(direct.flat());
    expect(peak).toBe(Math.max(...direct.flat()));
    expect(density(grid.mode)).toBe(peak);
    expect(grid.mode).toHaveLength(start.length);
    // The peak's nearest node is within a fifth of a standard deviation of it.
    if (!mode.some(Number.isNaN))
      expect(density(Float64Array.from(mode)) - peak).toBeLessThan(0.05);
  });
});

describe("layGrid", () => {
  it.each<[string, Density]>([
    ["flat", () => 0],
    ["rising for ever", ([x]) => x / 10],
    ["falling on one side only", ([x]) => -Math.log1p(Math.exp(-x))],
    ["falling off too slowly", ([x]) => -Math.abs(x) / 20],
    ["nowhere", () => -Infinity]
  ])("is null of a density that is %s", (_, density) => {
    expect(lay(density, [0])).toBeNull();
  });

  it("is null of two numbers when one of them has no end", () => {
    expect(lay(([x, y]) => normal(x, 0, 1) + 0 * y, [0, 0])).toBeNull();
    expect(lay(([x, y]) => normal(y, 0, 1) + Math.min(x, 0), [0, 0])).toBeNull();
  });

  it("neither changes its start nor asks beyond some thousand points", () => {
    const start = Float64Array.of(0.2, -0.4);
    let asked = 0;
    const grid = layGrid((point) => {
      ++asked;
      return normal(point[0], 0, 1) + normal(point[1], point[0], 0.2);
    }, start);
    expect([...start]).toEqual([0.2, -0.4]);
    const nodes = grid?.logDensity.length ?? NaN;
    expect(asked).toBeLessThan(nodes + 2000);
    expect(nodes).toBeLessThan(20_000);
  });
});
