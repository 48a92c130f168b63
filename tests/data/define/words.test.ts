import {expect, it} from "vitest";
import {isBare} from "../../../src/data/define/words.js";

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
