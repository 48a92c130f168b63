import {describe, expect, it} from "vitest";
import {GroupDraw} from "../../../src/engine/exact/group-draw.js";
import type {OneFactor} from "../../../src/engine/exact/one-factor.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {probe} from "./monte-carlo.js";

const GROUPS = 5;

/** Random rows in two classes. */
function simulate(p: number, v: number) {
  const generator = createGenerator(`groups ${p} ${v}`);
  const numbers = (length: number) => Float64Array.from({length}, () => generator.normal());
  const classOf = Int32Array.of(0, 1, 1, 0, 1);
  const data: OneFactor = {
    p,
    v,
    n: 20,
    groups: GROUPS,
    within: new Float64Array(0),
    classes: [2, 3].map((count) => ({count, factor: new Float64Array(v * v)})),
    products: new Float64Array(0),
    classOf,
    rows: numbers(v * (p + 1) * GROUPS)
  };
  const conditional = {mean: numbers(2 * v * v), noise: numbers(2 * v * v)};
  return {data, conditional, deviation: numbers(p)};
}

// Terms list columns and levels in an order of their own.
const termsOf = (v: number) =>
  v === 1
    ? [
        {
          columns: Int32Array.of(0),
          codes: Int32Array.of(4, 2, 0, 1, 3),
          levels: 5,
          correlated: false
        }
      ]
    : [
        {
          columns: Int32Array.of(2, 0),
          codes: Int32Array.of(4, 2, 0, 1, 3),
          levels: 5,
          correlated: true
        },
        {
          columns: Int32Array.of(1),
          codes: Int32Array.of(0, 1, 2, 4, 3),
          levels: 5,
          correlated: false
        }
      ];

describe.each([
  {p: 0, v: 1},
  {p: 3, v: 1},
  {p: 9, v: 1},
  {p: 0, v: 3},
  {p: 4, v: 3},
  {p: 6, v: 3}
])("with $p population and $v varying columns", ({p, v}) => {
  const {data, conditional, deviation} = simulate(p, v);
  const terms = termsOf(v);
  const draws = new GroupDraw(data, terms);
  const {mean, covariance} = probe((generator) => {
    draws.draw(deviation, conditional, generator);
    return Float64Array.of(...draws.values.flatMap((own) => [...own]));
  });
  /** Where coefficient `column` of group g lies in the probe. */
  const place = (column: number, g: number): number => {
    let at = 0;
    for (const {columns, codes} of terms) {
      const own = columns.indexOf(column);
      if (own >= 0) return at + own * GROUPS + codes[g];
      at += columns.length * GROUPS;
    }
    return NaN;
  };
  const entry = (matrix: Float64Array, g: number, a: number, b: number) =>
    matrix[(data.classOf[g] * v + a) * v + b];
  const residual = (g: number, a: number) => {
    const row = (j: number) => data.rows[(a * (p + 1) + j) * GROUPS + g];
    return deviation.reduce((sum, d, j) => sum - d * row(j), row(p));
  };
  const over = Array.from({length: v}, (_, a) => a);

  it("means are the class's matrix times what the population leaves of the rows", () => {
    for (let g = 0; g < GROUPS; ++g)
      for (const a of over) {
        const expected = over.reduce(
          (sum, b) => sum + entry(conditional.mean, g, a, b) * residual(g, b),
          0
        );
        expectClose(mean[place(a, g)], expected, {relative: 1e-12, absolute: 1e-12});
      }
  });

  it("noise is the class's matrix times standard normals, apart for every group", () => {
    for (let g = 0; g < GROUPS; ++g)
      for (let h = 0; h < GROUPS; ++h)
        for (const a of over)
          for (const b of over) {
            const expected =
              g === h
                ? over.reduce(
                    (sum, c) =>
                      sum + entry(conditional.noise, g, a, c) * entry(conditional.noise, g, b, c),
                    0
                  )
                : 0;
            expectClose(covariance[place(a, g)][place(b, h)], expected, {absolute: 1e-12});
          }
  });
});

describe("GroupDraw", () => {
  it("has nothing to draw where nothing varies", () => {
    const {data} = simulate(2, 1);
    const none = new GroupDraw({...data, v: 0, groups: 1}, []);
    const empty = {mean: new Float64Array(0), noise: new Float64Array(0)};
    none.draw(Float64Array.of(1, 2), empty, createGenerator("none"));
    expect(none.values).toEqual([]);
  });
});
