import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {arithmetic, recipe} from "../../../src/engine/design/frame.js";
import {parseExpression} from "../../../src/engine/formula/expression.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";

const data: Columns = {
  x: Float64Array.of(1, 2, 4, 9),
  z: Float64Array.of(0, 1, 1, 0),
  d: Float64Array.of(3, 5, 5, 3),
  one: Float64Array.of(1, 1, 1, 1),
  f: ["b", "a", "c", "a"]
};

const expression = (text: string) => parseExpression(text);
const made = (text: string) => recipe({name: text, tree: expression(text)}, data);

describe("arithmetic", () => {
  it.each([
    ["x + z * 2", [1, 4, 6, 9]],
    ["-x^2", [-1, -4, -16, -81]],
    ["(x - 1) / x", [0, 0.5, 0.75, 8 / 9]],
    ["2^z^2", [1, 2, 2, 1]],
    ["3", [3, 3, 3, 3]]
  ])("evaluates %s row by row", (text, expected) => {
    expect([...arithmetic(expression(text), data)]).toEqual(expected);
  });

  it("returns a copy of a column, never the column", () => {
    expect(arithmetic(expression("x"), data)).not.toBe(data.x);
  });

  it.each([
    ["f + 1", "invalid arithmetic: column f is text; use it as a factor instead"],
    ["exp(x)", "unsupported function in arithmetic: exp(); use + - * / ^"],
    ["x:z", "unsupported operator in arithmetic: :; use + - * / ^"],
    [
      "1 / z",
      "invalid arithmetic: 1/z is Infinity in row 1 of those used; a model needs finite numbers"
    ],
    ["(0 - x)^0.5", "invalid arithmetic: (0-x)^0.5 is NaN in row 1"]
  ])("refuses %s", (text, message) => {
    expect(() => arithmetic(expression(text), data)).toThrow(InputError);
    expect(() => arithmetic(expression(text), data)).toThrow(message);
  });
});

describe("recipe", () => {
  it("takes a number column as numbers and a text column as a factor", () => {
    expect(made("x")(data)).toEqual({kind: "number", values: data.x});
    expect(made("f")(data)).toMatchObject({kind: "factor", levels: ["a", "b", "c"]});
  });

  it("makes I() arithmetic and factor() categories of numbers", () => {
    expect(made("I(x * z)")(data)).toEqual({
      kind: "number",
      values: Float64Array.of(0, 2, 4, 0)
    });
    expect(made("factor(d)")(data)).toMatchObject({kind: "factor", levels: ["3", "5"]});
  });

  it("scales by two standard deviations about the mean", () => {
    const atom = made("scale2(x)")(data);
    const values = atom.kind === "number" ? atom.values : new Float64Array();
    // The mean of x is 4 and its sum of squares about it 9 + 4 + 0 + 25 = 38.
    const sd = Math.sqrt(38 / 3);
    expectClose(
      values,
      [-3, -2, 0, 5].map((d) => d / (2 * sd)),
      {absolute: 1e-15}
    );
  });

  it("only centres a column of two values, on the scale of one step between them", () => {
    expect(made("scale2(z)")(data)).toMatchObject({values: Float64Array.of(-0.5, 0.5, 0.5, -0.5)});
    expect(made("scale2(d)")(data)).toMatchObject({values: Float64Array.of(-0.5, 0.5, 0.5, -0.5)});
  });

  it("keeps levels, means and scales as first seen when the rows change", () => {
    const other: Columns = {x: Float64Array.of(4), z: Float64Array.of(1), f: ["c"]};
    expect(made("scale2(x)")(other)).toEqual({kind: "number", values: Float64Array.of(0)});
    expect(made("scale2(z)")(other)).toEqual({kind: "number", values: Float64Array.of(0.5)});
    const factor = made("f")(other);
    expect(factor).toMatchObject({levels: ["a", "b", "c"], codes: Int32Array.of(2)});
  });

  it("scales long columns", () => {
    const long = {x: Float64Array.from({length: 300_000}, (_, i) => i)};
    const atom = recipe({name: "scale2(x)", tree: expression("scale2(x)")}, long)(long);
    expect(atom.kind === "number" && atom.values[0]).toBeLessThan(0);
  });

  it.each([
    ["scale2(one)", "invalid scale2(): one is constant; leave it out"],
    ["factor(x + z)", "unsupported factor(): x+z; give it one column"],
    ["I(f)", "invalid arithmetic: column f is text"]
  ])("refuses %s", (text, message) => {
    expect(() => made(text)(data)).toThrow(InputError);
    expect(() => made(text)(data)).toThrow(message);
  });
});
