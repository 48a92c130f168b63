import {describe, expect, it} from "vitest";
import {Augmented} from "../../../src/engine/exact/augmented.js";
import {LogProducts} from "../../../src/engine/exact/log-products.js";
import type {OneFactor} from "../../../src/engine/exact/one-factor.js";
import {PopulationBlock} from "../../../src/engine/exact/population-block.js";
import {PopulationPrior} from "../../../src/engine/exact/population-prior.js";
import {ScaleBlock} from "../../../src/engine/exact/scale-block.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {probe} from "./monte-carlo.js";
import {positiveDefinite} from "../linalg/random-matrix.js";

const ROOM = 8;
const COUNT = 6;
const ROWS = 3;
const half = {family: "normal", arguments: [0, 1]} as const;
const family = ["flat", "normal", "student_t"] as const;
const given = [[], [0.3, 0.5], [4, -1, 2]];

/** The lower triangle by rows. */
function pack(a: Float64Array): number[] {
  const n = Math.sqrt(a.length);
  return Array.from({length: n}, (_, i) => [...a.subarray(i * n, i * n + i + 1)]).flat();
}

/** Random cross-products: what is within groups, and three rows of what is between. */
function simulate(p: number) {
  const pieces = ["within", "a", "b", "c"].map((seed) => pack(positiveDefinite(p + 1, seed)));
  const [within, ...between] = pieces;
  const data: OneFactor = {
    p,
    v: 1,
    n: 20,
    groups: ROWS,
    within: Float64Array.from(within),
    classes: [],
    products: Float64Array.from(between.flat()),
    classOf: new Int32Array(0),
    rows: new Float64Array(0)
  };
  const population = Array.from({length: p}, (_, j) => ({
    family: family[j % 3],
    arguments: given[j % 3]
  }));
  const scales = new ScaleBlock({priors: {population, sds: [], sigma: half, etas: []}}, ROOM);
  const generator = createGenerator(`population ${p}`);
  for (let k = 0; k < scales.logs.length; ++k) scales.logs[k] = 0.3 * generator.normal();
  scales.set(ROOM, new Float64Array(ROOM));
  const weights = Float64Array.from({length: ROWS * ROOM}, () => 0.1 + generator.uniform());
  return {data, scales, weights, prior: new PopulationPrior(population)};
}

describe.each([0, 1, 2, 3, 7])("a block's matrices of %d population columns", (p) => {
  const {data, scales, weights, prior} = simulate(p);
  const made = new PopulationBlock(data, prior, scales);
  const determinants = new LogProducts(ROOM);
  determinants.clear();
  const squares = new Float64Array(ROOM);
  made.factor(COUNT, weights, determinants, squares);
  const {mean, covariance} = probe((generator) => {
    made.draw(COUNT, generator);
    return made.deviation;
  });

  /** The same at iteration i by itself, and its prior precisions. */
  function single(i: number): {augmented: Augmented; twice: number} {
    const augmented = new Augmented(p);
    const size = data.within.length;
    for (let e = 0; e < size; ++e) {
      augmented.matrix[e] = data.within[e] / scales.variance[i];
      for (let r = 0; r < ROWS; ++r)
        augmented.matrix[e] += weights[r * ROOM + i] * data.products[r * size + e];
    }
    augmented.location.set(prior.location);
    augmented.precision.set(prior.precision);
    scales.tails.forEach(({position, precision}, t) => {
      augmented.precision[position] = precision * scales.values[(1 + t) * ROOM + i];
    });
    return {augmented, twice: augmented.factor()};
  }

  it("have the determinants and squares that each has by itself", () => {
    for (let i = 0; i < COUNT; ++i) {
      const {augmented, twice} = single(i);
      const logs = augmented.precision.reduce((sum, x) => sum + (x > 0 ? Math.log(x) : 0), 0);
      expectClose(logs - determinants.value(i) - squares[i], twice, {relative: 1e-11});
    }
  });

  it("draw coefficients as each does by itself, and iterations apart", () => {
    for (let i = 0; i < COUNT; ++i) {
      const {augmented} = single(i);
      const alone = probe((generator) => {
        const out = new Float64Array(p);
        augmented.draw(out, generator);
        return out;
      });
      const place = (j: number) => j * ROOM + i;
      const close = {relative: 1e-9, absolute: 1e-11};
      expectClose(
        alone.mean.map((_, j) => mean[place(j)]),
        alone.mean,
        close
      );
      expectClose(
        alone.covariance.flatMap((row, j) => row.map((_, k) => covariance[place(j)][place(k)])),
        alone.covariance.flat(),
        close
      );
      for (let j = 0; j < p; ++j)
        for (let k = 0; k < p; ++k) expect(covariance[place(j)][k * ROOM + ((i + 1) % 4)]).toBe(0);
    }
  });

  it("are copied, so that what is drawn next is the copy's", () => {
    made.copy(1, 6);
    made.copy(2, 7);
    const silent = probe((generator) => {
      made.draw(ROOM, generator);
      return made.deviation;
    }).mean;
    expect(silent).toHaveLength(p * ROOM);
    for (let j = 0; j < p; ++j)
      for (const [from, to] of [
        [1, 6],
        [2, 7]
      ])
        expect(silent[j * ROOM + to]).toBe(silent[j * ROOM + from]);
  });
});

describe("PopulationBlock", () => {
  it("says NaN of flat coefficients that the data do not determine, iteration by iteration", () => {
    const {scales} = simulate(1);
    const none = new Float64Array(0);
    const data: OneFactor = {
      p: 1,
      v: 1,
      n: 3,
      groups: 1,
      within: new Float64Array(3),
      classes: [],
      products: Float64Array.of(1, 1, 2),
      classOf: new Int32Array(0),
      rows: none
    };
    const flat = {precision: Float64Array.of(0), location: Float64Array.of(0)};
    const made = new PopulationBlock(data, flat, scales);
    const weights = new Float64Array(ROOM).fill(1);
    weights[1] = 0;
    const determinants = new LogProducts(ROOM);
    determinants.clear();
    const squares = new Float64Array(ROOM);
    made.factor(3, weights, determinants, squares);
    expect(Number.isNaN(squares[1])).toBe(true);
    expectClose([squares[0], squares[2]], [1, 1], {relative: 1e-12});
  });
});
