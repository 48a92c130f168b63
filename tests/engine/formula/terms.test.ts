import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {expressionText, parseExpression} from "../../../src/engine/formula/expression.js";
import {expandTerms, termKey} from "../../../src/engine/formula/terms.js";

const expand = (text: string) => expandTerms(parseExpression(text));
const names = (text: string) =>
  expand(text).terms.map((term) => term.map((atom) => atom.name).join(":"));

describe("expandTerms", () => {
  it.each([
    ["a + b", ["a", "b"]],
    ["a * b", ["a", "b", "a:b"]],
    ["a * b * c", ["a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"]],
    ["a / b", ["a", "a:b"]],
    ["a / b / c", ["a", "a:b", "a:b:c"]],
    ["a / (b + c)", ["a", "a:b", "a:c"]],
    ["(a + b) / c", ["a", "b", "a:b:c"]],
    ["(a + b)^2", ["a", "b", "a:b"]],
    ["(a + b + c)^2", ["a", "b", "c", "a:b", "a:c", "b:c"]],
    ["(a + b)^3", ["a", "b", "a:b"]],
    ["a^2", ["a"]],
    ["a:a", ["a"]],
    ["(a + b):c", ["a:c", "c:b"]],
    ["a * b - a", ["b", "b:a"]],
    ["a * b - a:b", ["a", "b"]],
    ["a + b - a", ["b"]],
    ["a - a", []]
  ])("turns %s into %j", (text, terms) => {
    expect(names(text)).toEqual(terms);
  });

  it("keeps a repeated term once, in whatever order its atoms are written", () => {
    expect(names("a + a")).toEqual(["a"]);
    expect(names("a:b + b:a")).toEqual(["a:b"]);
    expect(names("a*b + b*a")).toEqual(["a", "b", "a:b"]);
  });

  it("orders terms by the number of atoms, then by appearance", () => {
    expect(names("a:b + c + a")).toEqual(["c", "a", "a:b"]);
  });

  it.each([
    ["1", true],
    ["0", false],
    ["x", null],
    ["x - 1", false],
    ["-1 + x", false],
    ["0 + x", false],
    ["x + 0", false],
    ["0 + x + 1", true],
    ["1 + x - 1", false],
    ["x - 0", true]
  ])("reads the intercept of %s as %s", (text, intercept) => {
    expect(expand(text).intercept).toBe(intercept);
  });

  it("sets group terms aside, correlated or not", () => {
    const {terms, bars} = expand("x + (1 + t | a*b) + (0 + t || g)");
    expect(terms.map(termKey)).toEqual(["x"]);
    expect(
      bars.map(({inner, factors, correlated}) => [
        expressionText(inner),
        expressionText(factors),
        correlated
      ])
    ).toEqual([
      ["1+t", "a*b", true],
      ["0+t", "g", false]
    ]);
  });

  it("keeps functions of columns as atoms under their text", () => {
    expect(names("I(x ^ 2) + scale2(age):factor(k)")).toEqual(["I(x^2)", "scale2(age):factor(k)"]);
  });

  it.each([
    ["log(x)", /unknown function in formula: log\(\); use I\(\), scale2\(\), factor\(\)/],
    ["x + 2", /invalid term in formula: 2; only 0 and 1/],
    ["x * 1", /invalid product in formula: 1; only columns/],
    ["(1 | g):x", /invalid product in formula/],
    ["x^0", /invalid power in formula: x\^0/],
    ["x^a", /invalid power in formula: x\^a/],
    ["x^1.5", /invalid power in formula: x\^1.5/],
    ["x - (1 | g)", /invalid term in formula: a group term with a minus/],
    ["a ~ b", /invalid formula: a second "~"/]
  ])("refuses %s", (text, message) => {
    expect(() => expand(text)).toThrow(InputError);
    expect(() => expand(text)).toThrow(message);
  });

  const letters = fc.constantFrom("a", "b", "c", "d");
  const sum = fc.uniqueArray(letters, {minLength: 1}).map((list) => list.join("+"));

  it("follows the laws of the algebra: * distributes, ^2 is *, - undoes +", () => {
    fc.assert(
      fc.property(sum, sum, (left, right) => {
        const [p, q] = [`(${left})`, `(${right})`];
        expect(names(`${p}*${q}`)).toEqual(names(`${p} + ${q} + ${p}:${q}`));
        expect(names(`${p}^2`)).toEqual(names(`${p} * ${p}`));
        expect(names(`${p} + ${q} - ${q}`)).toEqual(names(`${p} - ${q}`));
      })
    );
  });

  it("makes 2^k - 1 terms of k factors crossed", () => {
    expect(names("a*b*c*d").length).toBe(15);
    expect(new Set(names("a*b*c*d")).size).toBe(15);
  });
});

describe("termKey", () => {
  it("is the same for the same atoms in any order", () => {
    const [ab] = expand("a:b").terms;
    const [ba] = expand("b:a").terms;
    expect(termKey(ab)).toBe(termKey(ba));
    expect(termKey([])).toBe("");
  });
});
