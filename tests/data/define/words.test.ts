import {expect, it} from "vitest";
import {isBare, rowWords} from "../../../src/data/define/words.js";

it.each(["1–2", "−3", "Yes", "medium", "Very high", "often", "Not at all"])(
  "%s says nothing by itself",
  (text) => expect(isBare(text)).toBe(true)
);

it.each(["sehr", "Eher unzufrieden", "überhaupt nicht", "très élevée", "a menudo", "Sí"])(
  "%s says nothing by itself, whatever its language",
  (text) => expect(isBare(text)).toBe(true)
);

it.each([
  "Women",
  "Not white",
  "High school",
  "No car",
  "Never voted",
  "18–29 years",
  "Mittelfeld"
])("%s speaks for itself", (text) => expect(isBare(text)).toBe(false));

it("poor is said by itself where others are not poor or rich, and of health it is not", () => {
  expect(isBare("Poor", ["Not poor", "Poor"])).toBe(false);
  expect(isBare("Poor", ["Poor", "Fair", "Good"])).toBe(true);
});

it("what a row is has a plural, by an s where none is given", () => {
  expect(["voter", " child / children ", "", "a/"].map(rowWords)).toEqual([
    ["voter", "voters"],
    ["child", "children"],
    null,
    null
  ]);
});
