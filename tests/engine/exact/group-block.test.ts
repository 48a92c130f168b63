import {describe, expect, it} from "vitest";
import {GroupBlock} from "../../../src/engine/exact/group-block.js";
import {GroupDraw} from "../../../src/engine/exact/group-draw.js";
import type {OneFactor} from "../../../src/engine/exact/one-factor.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {probe} from "./monte-carlo.js";

const GROUPS = 5;
const ROOM = 4;
const COUNT = 3;

/** Random rows in two classes, some of them 0. */
function simulate(p: number) {
  const generator = createGenerator(`groups ${p}`);
  const numbers = (length: number) => Float64Array.from({length}, () => generator.normal());
  const data: OneFactor = {
    p,
    v: 1,
    n: 20,
    groups: GROUPS,
    within: new Float64Array(0),
    classes: [2, 3].map((count) => ({count, factor: new Float64Array(1)})),
    products: new Float64Array(0),
    classOf: Int32Array.of(0, 1, 1, 0, 1),
    rows: numbers((p + 1) * GROUPS).map((x) => (x < -0.5 ? 0 : x))
  };
  const conditions = {
    deviation: numbers(p * ROOM),
    mean: numbers(2 * ROOM),
    noise: numbers(2 * ROOM)
  };
  return {data, conditions};
}

// The term lists levels in an order of its own.
const codes = Int32Array.of(4, 2, 0, 1, 3);
const terms = [{columns: Int32Array.of(0), codes, levels: 5, correlated: false}];

describe.each([0, 3, 9])("a block with %i population columns", (p) => {
  const {data, conditions} = simulate(p);
  const block = new GroupBlock(data, terms, ROOM);
  const [at, stride] = [2, 5];
  const size = GROUPS;
  const space = {values: new Float64Array(at + size * stride).fill(9), at, stride};
  const drawn = probe((generator) => {
    block.draw(COUNT, conditions, generator, space);
    return space.values;
  });
  const own = (all: Float64Array, i: number) =>
    Float64Array.from({length: all.length / ROOM}, (_, k) => all[k * ROOM + i]);

  it("draws every iteration as it is drawn by itself", () => {
    const single = new GroupDraw(data, terms);
    for (let i = 0; i < COUNT; ++i) {
      const conditional = {mean: own(conditions.mean, i), noise: own(conditions.noise, i)};
      const {mean, covariance} = probe((generator) => {
        single.draw(own(conditions.deviation, i), conditional, generator);
        return Float64Array.of(...single.values.flatMap((values) => [...values]));
      });
      const place = (k: number) => at + k * stride + i;
      const close = {relative: 1e-12, absolute: 1e-12};
      expectClose(
        mean.map((_, k) => drawn.mean[place(k)]),
        mean,
        close
      );
      expectClose(
        covariance.flatMap((row, k) => row.map((_, l) => drawn.covariance[place(k)][place(l)])),
        covariance.flat(),
        close
      );
    }
  });

  it("draws iterations apart, and writes nothing beyond them", () => {
    for (let k = 0; k < size; ++k)
      for (let l = 0; l < size; ++l)
        expect(drawn.covariance[at + k * stride][at + l * stride + 1]).toBe(0);
    for (let k = 0; k < size; ++k)
      for (let i = COUNT; i < stride; ++i) expect(space.values[at + k * stride + i]).toBe(9);
    expect([...space.values.subarray(0, at)]).toEqual([9, 9]);
  });
});

describe("GroupBlock", () => {
  it("has nothing to draw where nothing varies", () => {
    const {data, conditions} = simulate(2);
    const none = new GroupBlock({...data, v: 0, groups: 1}, [], ROOM);
    const values = new Float64Array(3).fill(5);
    none.draw(COUNT, conditions, createGenerator("none"), {values, at: 0, stride: 3});
    expect([...values]).toEqual([5, 5, 5]);
  });
});
