// @vitest-environment jsdom
import {expect, it} from "vitest";
import {withRows, YourRows} from "../../src/components/your-rows.js";
import type {YourChoice, YourColumn} from "../../src/components/your-types.js";
import {manyText, profileTable} from "../../src/data/profile/column-profile.js";

const turn = <T>(of: readonly T[]): T[] => Array.from({length: 60}, (_, i) => of[i % of.length]);
const columns: YourColumn[] = profileTable({
  columns: {
    year: Float64Array.from(turn([97, 98, 99])),
    sex: turn(["f", "m"]),
    score: Float64Array.from({length: 60}, (_, i) => i * 1.5)
  },
  words: {}
}).map((profile) => ({...profile, many: manyText(profile), arms: []}));
const nothing: YourChoice = {
  ...{title: "", row: "", treatment: "", arms: [], outcomes: [], hasOwnOutcome: false},
  ...{
    modifiers: ["year", "sex"],
    controls: [],
    clusters: [],
    where: {},
    noAnswer: {},
    ranges: {},
    merged: {}
  },
  formulas: {}
};
const [year] = columns;

it("keeps values of a column, which tells nothing apart where only one is kept", () => {
  const two = withRows(nothing, year, ["97", "98"]);
  expect([two.where, two.modifiers]).toEqual([{year: ["97", "98"]}, ["year", "sex"]]);
  const one = withRows(nothing, year, ["98"]);
  expect([one.where, one.modifiers]).toEqual([{year: ["98"]}, ["sex"]]);
  expect(withRows(one, year, ["97", "98", "99"]).where).toEqual({});
  expect(withRows(one, year, []).where).toEqual({});
});

it("lists columns of few values, and a box for each value of the chosen one", () => {
  let choice = nothing;
  const node = YourRows({columns, rows: 60}, choice, (change) => (choice = change(choice)));
  const list = node.querySelector("select");
  const boxes = (): HTMLInputElement[] => [...node.querySelectorAll("input")];
  expect([...(list?.options ?? [])].map(({value}) => value)).toEqual(["", "year", "sex"]);
  expect(boxes()).toHaveLength(0);
  if (list) list.value = "year";
  list?.dispatchEvent(new Event("change"));
  expect(boxes().map(({value, checked}) => [value, checked])).toEqual([
    ["97", true],
    ["98", true],
    ["99", true]
  ]);
  boxes()[0].checked = false;
  boxes()[0].dispatchEvent(new Event("change"));
  expect(choice.where).toEqual({year: ["98", "99"]});
  const again = YourRows({columns, rows: 60}, choice, () => undefined);
  expect([...again.querySelectorAll("input")].map(({checked}) => checked)).toEqual([
    false,
    true,
    true
  ]);
});

it("keeps rows by several columns, each until all its values are ticked or all rows are used", () => {
  let choice = nothing;
  const node = YourRows({columns, rows: 60}, choice, (change) => (choice = change(choice)));
  const list = node.querySelector("select");
  const choose = (value: string): void => {
    if (list) list.value = value;
    list?.dispatchEvent(new Event("change"));
  };
  const press = (value: string): void => {
    const input = node.querySelector<HTMLInputElement>(`input[value="${value}"]`);
    if (input) input.checked = !input.checked;
    input?.dispatchEvent(new Event("change"));
  };
  choose("year");
  press("97");
  choose("sex");
  press("m");
  expect(choice.where).toEqual({year: ["98", "99"], sex: ["f"]});
  expect(choice.modifiers).toEqual(["year"]);
  const again = YourRows({columns, rows: 60}, choice, () => undefined);
  expect([...again.querySelectorAll(".your-kept > span")].map((one) => one.textContent)).toEqual([
    "Year:",
    "Sex:"
  ]);
  press("97");
  expect(choice.where).toEqual({sex: ["f"]});
  choose("");
  expect(choice.where).toEqual({});
  expect(node.querySelectorAll("input")).toHaveLength(0);
});
