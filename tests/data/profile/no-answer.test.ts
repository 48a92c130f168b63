import {expect, it} from "vitest";
import {withoutAnswers} from "../../../src/data/profile/no-answer.js";

const columns = {
  age: Float64Array.of(20, 98, 31, 99, NaN),
  mood: ["good", "refused", null, "bad", "refused"],
  id: Float64Array.of(1, 2, 3, 98, 99)
};

it("takes the named values for missing, in their columns alone", () => {
  const {columns: left, noAnswer} = withoutAnswers(columns, {
    age: ["98", "99"],
    mood: ["refused"]
  });
  expect(Array.from(left.age as Float64Array)).toEqual([20, NaN, 31, NaN, NaN]);
  expect(left.mood).toEqual(["good", null, null, "bad", null]);
  expect(left.id).toBe(columns.id);
  // As the file has them, numbers as numbers.
  expect(noAnswer).toEqual({age: [98, 99], mood: ["refused"]});
  expect(columns.age[1]).toBe(98);
  expect(withoutAnswers(columns, {})).toEqual({columns, noAnswer: {}});
});

it.each([
  [{ages: ["98"]}, /^unknown column: ages; did you mean "?age"?/],
  [{age: ["97"]}, /^unknown value: "97" of age; it has 20, 31, 98, 99/],
  [{mood: ["good", "bad", "refused"]}, /^invalid values: good, bad, refused are all that mood has/]
])("answers %j by one sentence", (wanted, sentence) => {
  expect(() => withoutAnswers(columns, wanted)).toThrow(sentence);
});
