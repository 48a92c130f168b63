import {expect, it} from "vitest";
import {whereFlag} from "../../src/cli/where-flag.js";

it("reads values by column, with commas between and with or without quotation marks", () => {
  expect(whereFlag(["year == 98", "my state==North, 'South, by West'"])).toEqual({
    year: ["98"],
    "my state": ["North", "'South", "by West'"]
  });
  expect(whereFlag(['state == "North"', "age == 1,2"])).toEqual({
    state: ["North"],
    age: ["1", "2"]
  });
  expect(whereFlag([])).toEqual({});
});

it.each(["year", "year = 98", "== 98", "year ==", "year == 98,", "a == b == c"])(
  "shows any other text: %s",
  (text) => expect(() => whereFlag([text])).toThrow(/^invalid value of --where: /)
);

it("wants all values of a column at once", () => {
  expect(() => whereFlag(["a == 1", "a == 2"])).toThrow(
    /^ambiguous value of --where: a comes twice/
  );
});
