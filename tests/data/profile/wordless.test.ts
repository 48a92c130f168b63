import {expect, it} from "vitest";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {propose} from "../../../src/data/profile/propose.js";
import {wordlessText} from "../../../src/data/profile/wordless.js";
import type {ColumnWords} from "../../../src/data/readers/data-table.js";
import type {Columns} from "../../../src/engine/index.js";

const every = (make: (i: number) => number): Float64Array =>
  Float64Array.from({length: 240}, (_, i) => make(i));
const columns = {
  arm: every((i) => i % 2),
  sex: every((i) => 1 + ((i >> 1) % 2)),
  urban: every((i) => (i >> 2) % 2),
  children: every((i) => i % 4),
  mood: every((i) => (i * i) % 5)
};

function told(own: Columns = columns, words: Record<string, ColumnWords> = {}): string {
  const {declaration} = propose({
    ...{id: "a", title: "A", source: {file: "a.csv", bytes: 1, sha256: "0"}, columns: own},
    profiles: profileTable({columns: own, words}),
    roles: {
      ...{treatment: "arm", outcomes: ["mood"]},
      ...{modifiers: ["sex", "urban"], controls: ["children"]}
    }
  });
  return wordlessText(declaration, "write words");
}

it("names a characteristic of two numbers that nothing gives words for", () => {
  expect(told()).toBe(
    "The levels of “Sex” (1 and 2) have no words, so that pages will say the numbers; write words."
  );
  // Zeros and ones of a treatment say themselves.
  expect(told({...columns, arm: every((i) => 1 + (i % 2))})).toMatch(
    / “Arm” \(1 and 2\) and “Sex” /
  );
  expect(told({...columns, urban: every((i) => 5 + ((i >> 2) % 2))})).toMatch(
    /^The levels of “Sex” \(1 and 2\) and “Urban” \(5 and 6\) have no words/
  );
});

it("says nothing where the file has words, or the values are words", () => {
  const levels: ColumnWords["levels"] = [
    [1, "Man"],
    [2, "Woman"]
  ];
  expect(told(columns, {sex: {label: "", levels}})).toBe("");
  const texts = Array.from({length: 240}, (_, i) => (i % 4 < 2 ? "m" : "w"));
  expect(told({...columns, sex: texts})).toBe("");
});
