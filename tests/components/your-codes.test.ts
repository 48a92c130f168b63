// @vitest-environment jsdom
import {expect, it} from "vitest";
import {withNoAnswer, YourCodes} from "../../src/components/your-codes.js";
import type {YourChoice, YourColumn} from "../../src/components/your-types.js";
import {manyText, profileTable} from "../../src/data/profile/column-profile.js";

const columns: YourColumn[] = profileTable({
  columns: {
    age: Float64Array.of(20, 98, 31, 99),
    pay: Float64Array.of(1, 2, -99, 4)
  },
  words: {age: {label: "Age in years", levels: []}}
}).map((profile) => ({...profile, many: manyText(profile), arms: []}));
const file = {columns, codes: {age: ["98", "99"], pay: ["-99"]}};
const nothing: YourChoice = {
  ...{title: "", row: "", treatment: "", arms: [], outcomes: [], hasOwnOutcome: false},
  ...{modifiers: ["age"], controls: [], clusters: [], where: {}, noAnswer: {}, ranges: {}},
  ...{merged: {}, formulas: {}}
};

it("offers the codes of columns that have a role, and tells the choice that a tick makes", () => {
  let choice = nothing;
  const codes = new YourCodes(file, choice, (change) => {
    choice = change(choice);
    codes.show(choice);
  });
  const seen = (): (string | null)[] =>
    [...codes.node.querySelectorAll("label")]
      .filter(({hidden}) => !hidden)
      .map(({textContent}) => textContent);
  expect(seen()).toEqual([" 98 or 99 of Age in years"]);
  const [box] = codes.node.querySelectorAll("input");
  box.checked = true;
  box.dispatchEvent(new Event("change"));
  expect(choice.noAnswer).toEqual({age: ["98", "99"]});
  codes.show({...choice, outcomes: ["pay"]});
  expect(seen()).toEqual([" 98 or 99 of Age in years", " −99 of Pay"]);
  expect([...codes.node.querySelectorAll("input")].map(({checked}) => checked)).toEqual([
    true,
    false
  ]);
  box.checked = false;
  box.dispatchEvent(new Event("change"));
  expect(choice.noAnswer).toEqual({});
});

it("is hidden where no column with a role has any", () => {
  const codes = new YourCodes(file, {...nothing, modifiers: []}, () => undefined);
  expect(codes.node.hidden).toBe(true);
  expect(new YourCodes({...file, codes: {}}, nothing, () => undefined).node.hidden).toBe(true);
});

it("leaves other columns' codes as they are", () => {
  const both = withNoAnswer(withNoAnswer(nothing, "age", ["98"]), "pay", ["-99"]);
  expect(both.noAnswer).toEqual({age: ["98"], pay: ["-99"]});
  expect(withNoAnswer(both, "age", []).noAnswer).toEqual({pay: ["-99"]});
});
