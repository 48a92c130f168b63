import {describe, expect, it} from "vitest";
import type {YourChoice} from "../../src/components/your-types.js";
import {openFile, type Opened} from "../../src/workshop/opened.js";
import {planOf} from "../../src/workshop/plan.js";
import {settle} from "../../src/workshop/settle.js";

const text = [
  "treat,score,sex,age,my town,id,group",
  ...Array.from({length: 400}, (_, i) =>
    [
      i % 2,
      ((i * i * 31 + i * 17) >> 3) % 5,
      i % 3 ? "f" : "m",
      20 + ((i * 7) % 53),
      `T${String((i >> 1) % 9)}`,
      i,
      i % 7
    ].join(",")
  )
].join("\n");

const opened: Opened = await openFile(
  {file: new Blob([text]), name: "mine.csv", uneven: false},
  () => undefined
);

const withFormula = (formula: string): YourChoice => ({
  ...opened.told.choice,
  ...{treatment: "treat", outcomes: ["score"], modifiers: ["sex"], controls: [], clusters: []},
  formulas: {score: formula}
});

describe("a formula with columns that have no role", () => {
  it("gives each its role: what rows are grouped by is a cluster, all else a control", () => {
    const formula = "score ~ 1 + treat * sex + age + (1 | my_town)";
    const {choice, declaration} = settle(opened, withFormula(formula));
    expect([choice.controls, choice.clusters]).toEqual([["age"], ["my town"]]);
    expect(declaration.clusters).toMatchObject({my_town: {from: "my town", count: 9}});
    expect(declaration.formulas).toEqual({score: formula});
    expect(planOf(opened, withFormula(formula)).choice).toEqual(choice);
  });

  it("leaves roles as they are where it names none, or names functions and the groups", () => {
    const given = withFormula("score ~ 1 + treat * sex + (1 + treat || group)");
    const grouped = withFormula("score ~ 1 + I(treat * 2) + sex + (1 | group)");
    expect(settle(opened, grouped).choice.controls).toEqual([]);
    expect(settle(opened, given).choice).toEqual(given);
  });

  it.each([
    ["score ~ 1 + treat + agee", /^unknown column: agee; did you mean age\?/],
    ["score ~ 1 + treat + income", /^unknown column: income; there are /],
    [
      "score ~ 1 + treat + id",
      /^invalid control: id looks like an identifier of rows, .*; name another column/
    ],
    ["score ~ 1 + treat + (1 | id)", /^invalid cluster: id .*several rows each/],
    ["score ~ 1 + treat * (", /^invalid formula/]
  ])("says what is wrong with %s", (formula, sentence) => {
    expect(() => settle(opened, withFormula(formula))).toThrow(sentence);
  });
});
