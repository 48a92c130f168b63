import {describe, expect, it} from "vitest";
import {Span} from "../../../src/engine/exact/span.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {eliminate, product, times, transpose} from "../../reference/dense.js";

const generator = createGenerator("span");
const N = 12;
const free = Array.from({length: 4}, () => Array.from({length: N}, () => generator.normal()));
const sum = free[0].map((value, i) => value - 3 * free[2][i]);
const columns = [free[0], free[1], free[2], sum, free[3], new Array<number>(N).fill(0)];
const products = Float64Array.from(product(columns, transpose(columns)).flat());
const spanOf = () => new Span(products, columns.length);

describe("Span", () => {
  it("takes columns that add a direction and leaves those that do not", () => {
    const span = spanOf();
    expect([0, 1, 2, 3, 4, 5, 0].map((i) => span.add(i))).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
      false
    ]);
    expect(span.rank).toBe(4);
  });

  it("asks only what lies in the span so far, whatever the order", () => {
    const span = spanOf();
    expect([3, 0, 2].map((i) => span.add(i))).toEqual([true, true, false]);
  });

  it("leaves over of a column what least squares does", () => {
    const span = spanOf();
    for (const i of [0, 1, 3]) span.add(i);
    const x = [columns[0], columns[1], columns[3]];
    const target = columns[4];
    const beta = times(eliminate(product(x, transpose(x))).inverse, times(x, target));
    const rest = target.map((y, i) => y - beta.reduce((fit, b, j) => fit + b * x[j][i], 0));
    expectClose(
      span.leftOver(4),
      rest.reduce((total, e) => total + e * e, 0),
      {relative: 1e-12}
    );
    expectClose(span.leftOver(2), 0, {absolute: 1e-12});
  });
});
