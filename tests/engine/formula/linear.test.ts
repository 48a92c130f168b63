import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {expressionText, parseExpression} from "../../../src/engine/formula/expression.js";
import {linearParts} from "../../../src/engine/formula/linear.js";

function parts(text: string, names: readonly string[]) {
  return Object.fromEntries(
    [...linearParts(parseExpression(text), names)].map(([name, {sign, factors}]) => [
      name,
      [sign, ...factors.map(expressionText)]
    ])
  );
}

describe("linearParts", () => {
  it("reads what every named part is multiplied by", () => {
    expect(parts("lambda * t + controls", ["lambda", "controls"])).toEqual({
      lambda: [1, "t"],
      controls: [1]
    });
  });

  it.each([
    ["t * a + b", {a: [1, "t"], b: [1]}],
    ["b - t * a", {a: [-1, "t"], b: [1]}],
    ["-a + b", {a: [-1], b: [1]}],
    ["-(a - b)", {a: [-1], b: [1]}],
    ["t * (a - b)", {a: [1, "t"], b: [-1, "t"]}],
    ["a * (2 * t) + b", {a: [1, "2*t"], b: [1]}],
    ["a * t * u + b", {a: [1, "t", "u"], b: [1]}],
    ["a * (t + u^2) + b", {a: [1, "t+(u^2)"], b: [1]}]
  ])("reads %s", (text, expected) => {
    expect(parts(text, ["a", "b"])).toEqual(expected);
  });

  it.each(["a * b", "a^2 + b", "a * a + b", "a / t + b", "a + b + t", "a + b + 1", "I(a) + b"])(
    "refuses %s, which is not linear in a and b",
    (text) => {
      expect(() => parts(text, ["a", "b"])).toThrow(InputError);
      expect(() => parts(text, ["a", "b"])).toThrow("is not linear in a, b; each may be");
    }
  );

  it("refuses a part that occurs twice or not at all", () => {
    expect(() => parts("a * t + a", ["a"])).toThrow('ambiguous equation: "a" occurs twice');
    expect(() => parts("a * t", ["a", "b"])).toThrow('missing name in formula: "b"; it has');
  });
});
