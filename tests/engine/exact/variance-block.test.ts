import {describe, expect, it} from "vitest";
import {createGroupVariances} from "../../../src/engine/exact/group-variances.js";
import {LogProducts} from "../../../src/engine/exact/log-products.js";
import type {OneFactor} from "../../../src/engine/exact/one-factor.js";
import {ScaleBlock} from "../../../src/engine/exact/scale-block.js";
import {VarianceBlock} from "../../../src/engine/exact/variance-block.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const ROOM = 8;
const COUNT = 5;
const counts = [1, 2, 4, 5, 300];
const normal = {family: "normal", arguments: [0, 1]} as const;

function simulate(v: number): OneFactor {
  const generator = createGenerator(`variances ${v}`);
  const classes = counts.map((count) => ({
    count,
    factor: Float64Array.from({length: v * v}, (_, i) =>
      i % v > Math.floor(i / v) ? 0 : 0.2 + Math.abs(generator.normal())
    )
  }));
  const none = new Float64Array(0);
  const groups = counts.reduce((a, b) => a + b, 0);
  const rest = {within: none, products: none, classOf: new Int32Array(0), rows: none};
  return {p: 0, v, n: 100, groups, classes, ...rest};
}

/** Scales of `v` columns and sigma. */
function scalesOf(v: number): ScaleBlock {
  const priors = {population: [], sds: [new Array(v).fill(normal)], sigma: normal, etas: [1]};
  const scales = new ScaleBlock({priors}, ROOM);
  const generator = createGenerator("scales");
  for (let k = 0; k < scales.logs.length; ++k) scales.logs[k] = 0.5 * generator.normal();
  scales.set(ROOM, new Float64Array(ROOM));
  return scales;
}

describe.each([0, 1])("the variances of a block of iterations with %i columns", (v) => {
  const data = simulate(v);
  const scales = scalesOf(v);
  const made = new VarianceBlock(data, ROOM);
  const determinants = new LogProducts(ROOM);
  determinants.clear();
  made.invert(COUNT, scales, determinants);
  made.condition(COUNT, scales);
  const single = createGroupVariances(data);
  const of = (all: Float64Array, i: number) =>
    Float64Array.from({length: all.length / ROOM}, (_, k) => all[k * ROOM + i]);

  it("are those of every iteration by itself", () => {
    for (let i = 0; i < COUNT; ++i) {
      const scale = scales.values.slice(0, v * ROOM).filter((_, k) => k % ROOM === i);
      const variance = scales.variance[i];
      const determinant = single.invert(scale, variance);
      single.condition(scale, variance);
      const close = {relative: 1e-12, absolute: 1e-14};
      expectClose(determinants.value(i), determinant, {relative: 1e-12, absolute: 1e-12});
      expectClose(of(made.weights, i), single.weights, close);
      expectClose(of(made.mean, i), single.mean, close);
      expectClose(of(made.noise, i), single.noise, close);
    }
  });

  it("are copied, so that what is conditioned next is the copy", () => {
    scales.copy(1, 6);
    made.copy(1, 6);
    made.condition(7, scales);
    for (const all of [made.weights, made.mean, made.noise]) expect(of(all, 6)).toEqual(of(all, 1));
  });
});
