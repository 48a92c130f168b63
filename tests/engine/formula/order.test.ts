import {describe, expect, it} from "vitest";
import {parseExpression} from "../../../src/engine/formula/expression.js";
import {orderTerms} from "../../../src/engine/formula/order.js";
import type {Term} from "../../../src/engine/formula/terms.js";

const term = (text: string): Term =>
  text.split(":").map((name) => ({name, tree: {kind: "name", name, at: 0}}));
const ordered = (text: string, terms: readonly string[]) =>
  orderTerms(terms.map(term), parseExpression(text)).map((atoms) =>
    atoms.map(({name}) => name).join(":")
  );

describe("orderTerms", () => {
  it("puts shorter terms first and keeps the others in their order", () => {
    expect(ordered("a:b:c + a:c + b", ["a:b:c", "a:c", "b"])).toEqual(["b", "a:c", "b:a:c"]);
  });

  // The expected names are those of tests/fixtures/design, which brms made.
  it.each([
    ["x:z + z", ["x:z", "z"], ["z", "z:x"]],
    ["x:z:h + h + z", ["x:z:h", "h", "z"], ["h", "z", "h:z:x"]],
    ["x + f:x", ["x", "f:x"], ["x", "x:f"]]
  ])("orders the atoms of %s as brms does", (text, terms, expected) => {
    expect(ordered(text, terms)).toEqual(expected);
  });

  it("lets atoms that have no term of their own stand as they are written", () => {
    expect(ordered("b:a + c:b", ["b:a", "c:b"])).toEqual(["b:a", "b:c"]);
  });

  it("pays no heed to what stands in group terms", () => {
    expect(ordered("(1 | b) + a:b", ["a:b"])).toEqual(["a:b"]);
  });
});
