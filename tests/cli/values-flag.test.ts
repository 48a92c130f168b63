import {expect, it} from "vitest";
import {valuesFlag} from "../../src/cli/values-flag.js";

it("reads values by column, with commas between and with or without quotation marks", () => {
  expect(valuesFlag("where", ["year == 98", "my state==North, 'South, by West'"])).toEqual({
    year: ["98"],
    "my state": ["North", "'South", "by West'"]
  });
  expect(valuesFlag("where", ['state == "North"', "age == 1,2"])).toEqual({
    state: ["North"],
    age: ["1", "2"]
  });
  expect(valuesFlag("where", [])).toEqual({});
});

it.each(["year", "year = 98", "== 98", "year ==", "year == 98,", "a == b == c"])(
  "shows any other text: %s",
  (text) => expect(() => valuesFlag("where", [text])).toThrow(/^invalid value of --where: /)
);

it("wants all values of a column at once", () => {
  expect(() => valuesFlag("where", ["a == 1", "a == 2"])).toThrow(
    /^ambiguous value of --where: a comes twice/
  );
  expect(() => valuesFlag("missing", ["age: 98"])).toThrow(
    /^invalid value of --missing: "age: 98"/
  );
});
