import {expect, it} from "vitest";
import {missingCodes} from "../../../src/data/profile/missing-codes.js";

const numbers = (...values: number[]) => Float64Array.from(values);

it("says which values lie far from the others as codes do", () => {
  const columns = {
    enrolled: numbers(0, 1, -99, 1, NaN),
    schooling: numbers(0, 12, 98, 99, 20),
    arm: ["a", "b", "-99", "a", "b"]
  };
  expect(missingCodes(columns)).toEqual([
    "enrolled has −99 beside values from 0 to 1. Where that means that there is no answer, leave it empty in the file: else it is taken for a number.",
    "schooling has 98 and 99 beside values from 0 to 20. Where those mean that there is no answer, leave it empty in the file: else it is taken for a number."
  ]);
  const how = (column: string, codes: readonly number[]): string =>
    `say that of ${column}, ${codes.join(" ")}`;
  expect(missingCodes(columns, how)[1]).toContain(
    "there is no answer, say that of schooling, 98 99: else"
  );
});

it("leaves alone what goes on from the other values, or is all there is", () => {
  const columns = {
    age: numbers(18, 64, 97, 98, 99),
    change: numbers(-12, -9, 3, 8),
    scale: numbers(1, 5, 7, 9),
    score: numbers(99, 99),
    nothing: numbers(NaN, NaN)
  };
  expect(missingCodes(columns)).toEqual([]);
  // The run goes on to 98, and 999 is far from it.
  expect(missingCodes({age: numbers(18, 64, 90, 98, 999)})[0]).toMatch(
    /^age has 999 beside values from 18 to 98\./
  );
});
