import {describe, expect, it} from "vitest";
import {codeColumn} from "../../../src/data/define/column-codes.js";
import {shiftNames, withShiftPriors} from "../../../src/data/define/shift-priors.js";
import {createModel} from "../../../src/engine/index.js";

const kinds = ["Left", "Green", "No party"].map((text, k) => [k, text, 1] as const);
const coded = {
  party: codeColumn("party", {label: "Party", levels: kinds}),
  old: codeColumn("old", {label: "Old", levels: kinds.slice(1)}),
  income: codeColumn("income", {label: "Income", mean: 0, sd: 1})
};
const input = (right: string) => ({formula: `y ~ ${right}`, treatment: "t", coded});
const declared = ["b: normal(0, 1)", "shift: normal(0, 0.25)", "sd: normal(0, 0.5)"];

/** Rows with every combination, so that a model of them has every coefficient. */
function rows() {
  const all = [0, 1].flatMap((t) =>
    ["Left", "Green", "No party"].flatMap((party) => [0, 1].map((old) => ({t, party, old})))
  );
  const numbers = (value: (row: (typeof all)[number], i: number) => number) =>
    Float64Array.from(all, value);
  return {
    y: numbers((_, i) => Math.sin(i)),
    t: numbers(({t}) => t),
    old: numbers(({old}) => old),
    income: numbers((_, i) => i % 5),
    g: numbers((_, i) => i % 4),
    party: all.map(({party}) => party)
  };
}

describe("shiftNames", () => {
  it.each([
    ["t * (party + old) + income + (1 + t || g)", ["t:partyLeft", "t:partyNoparty", "t:old"]],
    ["old * t + income:t", ["old:t", "t:income"]],
    ["t * old * party", null],
    ["t + party + old", []]
  ])("of %s are coefficients of the model", (right, names) => {
    const found = shiftNames(input(right));
    if (names) expect(found).toEqual(names);
    const priors = found.map((name) => `b[${name}]: normal(0, 1)`);
    const {priors: given} = createModel({formula: `y ~ ${right}`, priors}, rows());
    const set = given.table.filter(({source}) => source === "user").map(({coef}) => coef);
    expect(set.sort()).toEqual([...found].sort());
    expect(set.length).toBe(right.includes("* old *") ? 5 : (names ?? []).length);
  });
});

describe("withShiftPriors", () => {
  it("puts one prior on each shift, where the one on all of them stood", () => {
    expect(withShiftPriors(declared, input("t * old + party"))).toEqual([
      "b: normal(0, 1)",
      "b[t:old]: normal(0, 0.25)",
      "sd: normal(0, 0.5)"
    ]);
  });

  it("has none for a formula without shifts, and leaves other priors as they are", () => {
    expect(withShiftPriors(declared, input("t + party"))).toEqual([declared[0], declared[2]]);
    expect(withShiftPriors([declared[0]], input("t * old"))).toEqual([declared[0]]);
  });
});
