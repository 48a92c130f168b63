// The chains of tests/fixtures/diagnostics, with what the R package posterior says of them.
import {readFixture} from "../../assert.js";

export interface Case {
  chains: number;
  iterations: number;
  values: Float64Array;
  rhat: number;
  ess_bulk: number;
  ess_tail: number;
  ess_mean: number;
  ess_q10: number;
  ess_q100: number;
  mcse_mean: number;
  mcse_q5: number;
  mcse_q50: number;
}

/** R writes undefined results as "NA". */
type Written = Record<string, number | number[] | "NA">;

function revive(written: Written): Case {
  const entries = Object.entries(written).map(([key, value]) => [
    key,
    Array.isArray(value) ? Float64Array.from(value) : value === "NA" ? NaN : value
  ]);
  return Object.fromEntries(entries) as Case;
}

const {cases: written} = readFixture("diagnostics") as {cases: Record<string, Written>};

/** Name and case, for `it.each`. */
export const cases = Object.entries(written).map(
  ([name, values]) => [name, revive(values)] as const
);

/** Draws on which every diagnostic is undefined: 2 chains of 20. */
export const undefinedDraws: readonly (readonly [string, Float64Array])[] = [
  ["constant draws", new Float64Array(40).fill(3)],
  ["a NaN draw", Float64Array.from({length: 40}, (_, i) => (i === 17 ? NaN : i % 7))],
  ["an infinite draw", Float64Array.from({length: 40}, (_, i) => (i === 4 ? -Infinity : i % 7))]
];
