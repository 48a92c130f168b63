import {expect, it} from "vitest";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {keepRows} from "../../../src/data/profile/keep-rows.js";
import {analysedText, leftOutText} from "../../../src/data/profile/left-out.js";
import {propose, type ProposeInput} from "../../../src/data/profile/propose.js";
import {withOrders} from "../../../src/data/profile/say-order.js";
import {runRecodes} from "../../../src/data/recode.js";
import {fromColumns} from "../../../src/data/table.js";

const n = 1200;
const at = <T>(make: (i: number) => T): T[] => Array.from({length: n}, (_, i) => make(i));
const columns = {
  wave: Float64Array.from(at((i) => 1 + (i % 4))),
  arm: at((i) => (i % 100 === 3 ? null : ["None", "Letter", "Phone"][Math.floor(i / 4) % 3])),
  mood: at((i) => (i % 7 === 2 ? "no idea" : ["glum", "so-so", "merry"][i % 3])),
  age: Float64Array.from(at((i) => (i % 40 === 2 ? NaN : 20 + (i % 50)))),
  sex: at((i) => (i % 60 === 1 ? null : ["f", "m"][(i >> 1) % 2]))
};

function told(roles: Partial<ProposeInput["roles"]>, where = {}): {text: string; rows: number} {
  const kept = keepRows(columns, where);
  const {declaration, audit} = propose({
    ...{id: "a", title: "A", source: {file: "a.csv", bytes: 1, sha256: "0"}, ...kept},
    profiles: withOrders(profileTable({columns: kept.columns, words: {}}), {
      mood: ["glum", "so-so", "merry"]
    }),
    roles: {treatment: "arm", outcomes: ["mood"], modifiers: ["sex"], controls: [], ...roles},
    arms: ["None", "Letter"]
  });
  const text = leftOutText(declaration, kept.columns, n);
  const study = defineStudy(declaration);
  const {table} = runRecodes(fromColumns(columns), study.recodes, {verify: true});
  expect(table.numRows()).toBe(audit.counts.rows);
  return {text, rows: table.numRows()};
}

/** All numbers of a text that stand before parts of the sentence, not within brackets. */
function parts(text: string): number[] {
  const outside = text.replaceAll(/\([^)]*\)/gu, "");
  return [...outside.matchAll(/[\d,]+/gu)].map(([number]) => Number(number.replace(",", "")));
}

it("says what each step leaves out, which adds up to the rows of the file", () => {
  const {text, rows} = told({controls: ["age"]}, {wave: ["1", "3", "4"]});
  // Wave 2 has 300 rows; i % 100 === 3 is in wave 4: 12 rows have no arm; a third is called by phone.
  const phone = at((i) => i).filter((i) => i % 4 !== 1 && columns.arm[i] === "Phone").length;
  expect(text).toContain("300 outside the selection by wave, ");
  expect(text).toContain(
    `, ${String(phone)} in arms that are not compared (“Phone”), 12 without a value of arm and `
  );
  expect(text).toMatch(
    /and \d+ that lack something \(\d+ without an answer of mood that counts \(“no idea” is none\), \d+ without a value of age; \d+ of them more than one\)$/
  );
  expect(parts(text.replace(/\([^()]*\([^()]*\)[^()]*\)$/u, "")).reduce((a, b) => a + b)).toBe(
    n - rows
  );
});

it("says one reason plainly", () => {
  const {text, rows} = told({outcomes: ["age"], modifiers: ["sex"]});
  expect(parts(text.replace(/\([^()]*\)$/u, "")).reduce((a, b) => a + b)).toBe(n - rows);
  const one = told({outcomes: ["mood"], modifiers: ["wave"]}).text;
  expect(one).toMatch(/ and \d+ without an answer of mood that counts \(“no idea” is none\)$/);
});

it("says nothing where every row is used", () => {
  const mod = (k: number): Float64Array => Float64Array.from(at((i) => i % k));
  const own = {y: mod(9), g: mod(3), t: mod(2)};
  const {declaration} = propose({
    ...{id: "a", title: "A", source: {file: "a.csv", bytes: 1, sha256: "0"}, columns: own},
    profiles: profileTable({columns: own, words: {}}),
    roles: {treatment: "t", outcomes: ["y"], modifiers: ["g"], controls: []}
  });
  expect(leftOutText(declaration, own, n)).toBe("");
  expect(analysedText(n, n, "")).toBe("1,200 of 1,200 rows are analysed");
  expect(analysedText(2, 3, "1 without a value of age")).toBe(
    "2 of 3 rows are analysed; left out are 1 without a value of age"
  );
});
