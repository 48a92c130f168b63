import {expect, it} from "vitest";
import {isDegenerate} from "../../../src/engine/diagnostics/is-degenerate.js";
import {undefinedDraws} from "./cases.js";

it.each(undefinedDraws)("isDegenerate is true for %s", (_, values) => {
  expect(isDegenerate(values)).toBe(true);
});

it("isDegenerate is true without draws, and for draws within 2^-52 of each other", () => {
  expect(isDegenerate(new Float64Array(0))).toBe(true);
  expect(isDegenerate(Float64Array.of(0.1, 0.1 + 2 ** -54))).toBe(true);
});

it("isDegenerate is false as soon as two draws differ", () => {
  expect(isDegenerate(Float64Array.of(1, 1, 1, 2))).toBe(false);
});
