import {expect, it} from "vitest";
import {inSentence, isBare, lowered, rowWords} from "../../../src/data/define/words.js";

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

it("labels are small inside sentences, unless they have more capitals or nouns have them", () => {
  expect(["Party", "Vote for Clinton", "Very high", "No, Never"].map(lowered)).toEqual([
    "party",
    "vote for Clinton",
    "very high",
    "no, Never"
  ]);
  for (const kept of ["GDP", "AfD/FPÖ", "Message A", "Kein Abschluss"])
    expect(lowered(kept)).toBe(kept);
  expect(inSentence({capitals: true})("Bildung")).toBe("Bildung");
  expect(inSentence({})("Education")).toBe("education");
});
