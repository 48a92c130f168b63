import {expect, it} from "vitest";
import {selectionOf, selectionText} from "../../../src/data/define/selection.js";
import {typedNumbers} from "../../../src/check/prose.js";

const numbered = (n: number): number[] => Array.from({length: n}, (_, i) => 2001 + i);
const same = (name: string): string => name;
const textOf = (kept: readonly (number | string)[], others: readonly number[], label = "Year") =>
  selectionText(selectionOf({year: kept}, {year: others}, () => label));

it("names few values one by one", () => {
  expect(textOf([98, 99], [97])).toBe("Rows with year “98” or “99”");
  expect(selectionText({where: {year: [98], state: ["North"]}})).toBe(
    "Rows with year “98”, and with state “North”"
  );
});

it("names what is left out where many values are kept and few are not", () => {
  expect(textOf(numbered(14), [1, 2])).toBe("Rows with any year but “1” and “2”");
});

it("says how many values are kept where neither they nor the others are few", () => {
  expect(textOf(numbered(14), [1, 2, 3, 4])).toBe("Rows with one of fourteen values of year");
  // All are kept that there are: still only rows that have one.
  expect(textOf(numbered(5), [])).toBe("Rows with one of five values of year");
  expect([20, 31, 140].map((n) => textOf(numbered(n), numbered(9)))).toEqual([
    "Rows with one of twenty values of year",
    "Rows with one of thirty-one values of year",
    "Rows with one of more than ninety-nine values of year"
  ]);
  // Digits of prose would be taken for results.
  expect(typedNumbers(textOf(numbered(14), numbered(9)))).toEqual([]);
});

it("calls a column by its label, with its capitals where nouns have them", () => {
  expect(textOf([98], [], "Survey wave")).toBe("Rows with survey wave “98”");
  const own = selectionOf({q7: ["a"]}, {q7: []}, () => "Welle");
  expect(selectionText({...own, capitals: true})).toBe("Rows with Welle “a”");
});

it("declares words only where the sentence needs them", () => {
  expect(selectionOf({}, {}, same)).toEqual({});
  expect(selectionOf({year: [98]}, {year: [97]}, () => "Year")).toEqual({where: {year: [98]}});
  expect(selectionOf({year: numbered(5)}, {year: [97]}, () => "Wave")).toEqual({
    where: {year: numbered(5)},
    whereWords: {year: {label: "Wave", without: [97]}}
  });
});
