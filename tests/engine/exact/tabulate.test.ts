import {describe, expect, it} from "vitest";
import {tabulate} from "../../../src/engine/exact/tabulate.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

type Density = (point: Float64Array) => number;

const normal = (x: number, centre: number, sd: number) => -0.5 * ((x - centre) / sd) ** 2;
const r = 0.99;

/** Log densities with the mean and standard deviation of their first number, and where they are highest. */
const cases: readonly {
  what: string;
  density: Density;
  start: number[];
  mean: number;
  sd: number;
  mode: number[];
  /** True where a ridge bends so far out that it falls between the lines there. */
  bends?: boolean;
}[] = [
  {
    what: "a normal",
    density: ([x]) => normal(x, 0.3, 1),
    start: [0],
    mean: 0.3,
    sd: 1,
    mode: [0.3]
  },
  {
    what: "a narrow normal, far from the start",
    density: ([x]) => normal(x, -7.3, 1e-4),
    start: [2],
    mean: -7.3,
    sd: 1e-4,
    mode: [-7.3]
  },
  {
    what: "a half-Cauchy by its logarithm, whose tails fall as exp(−|x|)",
    density: ([x]) => x - Math.log1p(Math.exp(2 * x)),
    start: [3],
    mean: 0,
    sd: Math.PI / 2,
    mode: [0]
  },
  {
    what: "two humps of which the start sees one",
    density: ([x]) => Math.log(Math.exp(normal(x, 0, 0.5)) + Math.exp(normal(x, 3, 0.25))),
    start: [-1],
    mean: 1,
    sd: Math.sqrt(2.1875),
    mode: [NaN]
  },
  {
    what: "a banana",
    density: ([x, y]) => normal(x, 0, 1) + normal(y, x * x, 0.3),
    start: [1, 1],
    mean: 0,
    sd: 1,
    mode: [0, 0],
    bends: true
  },
  {
    what: "a correlation of 0.99",
    density: ([x, y]) => -(x * x - 2 * r * x * y + y * y) / (2 * (1 - r * r)),
    start: [0.5, 0],
    mean: 0,
    sd: 1,
    mode: [0, 0]
  },
  {
    what: "a normal wide one way and narrow the other",
    density: ([x, y]) => normal(x, 5, 8) + normal(y, 0, 1e-3),
    start: [0, 1],
    mean: 5,
    sd: 8,
    mode: [5, 0]
  },
  {
    what: "a plateau with edges",
    density: ([x]) => (x > -1 && x < 2 ? 0 : -Infinity),
    start: [0],
    mean: 0.5,
    sd: Math.sqrt(3 / 4),
    mode: [NaN]
  },
  {
    what: "three numbers, each leaning on those before",
    density: ([x, y, z]) => normal(x, 0, 1) + normal(y, x / 2, 0.5) + normal(z, y, 0.5),
    start: [1, 0, -1],
    mean: 0,
    sd: 1,
    mode: [0, 0, 0]
  },
  {
    what: "three scales by their logarithms, two of them down to nothing",
    density: ([x, y, z]) =>
      x - 0.5 * Math.exp(2 * x) + y - 0.5 * Math.exp(2 * y) + normal(z, 0.1 * Math.exp(x), 0.1),
    start: [0, 0, 0],
    // Of log |N(0, 1)|: (ψ(1/2) + log 2) / 2, and π / √8.
    mean: -0.6351814227307392,
    sd: Math.PI / Math.sqrt(8),
    mode: [0, 0, 0.1]
  }
];

const DRAWS = 8000;

/** A table with draws from it, and how much denser each is than the table says. */
function drawn(density: Density, start: number[]) {
  const made = tabulate(density, Float64Array.from(start));
  if (!made) throw new Error("there is a table");
  const generator = createGenerator("drawn");
  const point = new Float64Array(start.length);
  const draws = Array.from({length: DRAWS}, () => {
    const height = made.table.draw(generator, point);
    return {x: point[0], weight: Math.exp(density(point) - density(made.mode)) / height};
  });
  const total = draws.reduce((sum, {weight}) => sum + weight, 0);
  return {...made, draws: draws.map(({x, weight}) => ({x, share: weight / total}))};
}

describe.each(cases)("the table of $what", ({density, start, mean, sd, mode, bends}) => {
  const {draws, table, mode: found} = drawn(density, start);
  const effective = 1 / draws.reduce((sum, {share}) => sum + share * share, 0);

  it("holds all mass: weighted draws have the density's moments", () => {
    const moment = (power: number) =>
      draws.reduce((sum, {x, share}) => sum + share * ((x - mean) / sd) ** power, 0);
    const error = 4.5 / Math.sqrt(effective);
    expectClose(moment(1), 0, {absolute: error});
    // The fourth moment of the widest of these makes the second err by 2 of these at most.
    if (!bends) expectClose(moment(2), 1, {absolute: 2 * error});
  });

  it("is so close to the density that most draws count in full", () => {
    expect(effective).toBeGreaterThan(0.9 * DRAWS);
  });

  it("has its peak at a node, near the density's own", () => {
    expect(table.dim).toBe(start.length);
    expect(found).toHaveLength(start.length);
    if (mode.some(Number.isNaN)) return;
    expect(density(Float64Array.from(mode)) - density(found)).toBeLessThan(0.05);
  });
});

describe("tabulate", () => {
  it.each<[string, Density]>([
    ["flat", () => 0],
    ["rising for ever", ([x]) => x / 10],
    ["falling on one side only", ([x]) => -Math.log1p(Math.exp(-x))],
    ["falling off too slowly", ([x]) => -Math.abs(x) / 20],
    ["nowhere", () => -Infinity]
  ])("is null of a density that is %s", (_, density) => {
    expect(tabulate(density, Float64Array.of(0))).toBeNull();
  });

  it("is null of several numbers when one of them has no end", () => {
    const none = (density: Density, dim: number) =>
      expect(tabulate(density, new Float64Array(dim))).toBeNull();
    none(([x, y]) => normal(x, 0, 1) + 0 * y, 2);
    none(([x, y]) => normal(y, 0, 1) + Math.min(x, 0), 2);
    none(([x, y, z]) => normal(x, 0, 1) + normal(y, 0, 1) - Math.log1p(Math.exp(z)), 3);
  });

  it.each([
    {dim: 1, most: 600},
    {dim: 2, most: 1000},
    {dim: 3, most: 4000}
  ])("neither changes its start nor asks many points of $dim numbers", ({dim, most}) => {
    const start = Float64Array.of(0.2, -0.4, 3).subarray(0, dim);
    const before = [...start];
    let asked = 0;
    tabulate((point) => {
      ++asked;
      return point.reduce(
        (sum, x, i) => sum + normal(x, i > 0 ? point[i - 1] / 2 : 0, 1 / (i + 1)),
        0
      );
    }, start);
    expect([...start]).toEqual(before);
    expect(asked).toBeLessThan(most);
  });
});
