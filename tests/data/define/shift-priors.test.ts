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
const input = (right: string) => ({
  formula: `y ~ ${right}`,
  ...{treatment: "t", modifiers: ["party", "old"], coded}
});
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
  it("are the coefficients by which the model's modifiers shift the effect", () => {
    const right = "t * (party + old) + income + (1 + t || g)";
    const names = shiftNames(input(right));
    expect(names).toEqual(["t:partyLeft", "t:partyNoparty", "t:old"]);
    const priors = names.map((name) => `b[${name}]: normal(0, 1)`);
    const {priors: given} = createModel({formula: `y ~ ${right}`, priors}, rows());
    const set = given.table.filter(({source}) => source === "user").map(({coef}) => coef);
    expect(set.sort()).toEqual([...names].sort());
  });
});

describe("withShiftPriors", () => {
  const shifts = ["t:partyLeft", "t:partyNoparty", "t:old"];

  it("puts one prior on each shift, where the one on all of them stood", () => {
    const spread = shifts.map((name) => `b[${name}]: normal(0, 0.25)`);
    expect(withShiftPriors(declared, input("1 + t*(party+old) + income"))).toEqual([
      declared[0],
      ...spread,
      declared[2]
    ]);
    const one = {...input("1 + t * old + (1 | g)"), modifiers: ["old"]};
    expect(withShiftPriors(declared, one)[1]).toBe("b[t:old]: normal(0, 0.25)");
  });

  it("puts none on a formula of another product, and leaves other priors as they are", () => {
    for (const right of ["t + party + old", "t * party + old"])
      expect(withShiftPriors(declared, input(right))).toEqual([declared[0], declared[2]]);
    const longer = {...input("1 + t * older"), modifiers: ["old"]};
    expect(withShiftPriors(declared, longer)).toEqual([declared[0], declared[2]]);
    expect(withShiftPriors([declared[0]], input("t * (party + old)"))).toEqual([declared[0]]);
  });
});
