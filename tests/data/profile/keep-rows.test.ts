import {expect, it} from "vitest";
import {typedNumbers} from "../../../src/check/prose.js";
import {defineStudy} from "../../../src/data/define/define-study.js";
import {createStandIn} from "../../../src/data/stand-in.js";
import {aboutOf} from "../../../src/data/fork/page-text.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {keepRows} from "../../../src/data/profile/keep-rows.js";
import {propose} from "../../../src/data/profile/propose.js";
import {runRecodes} from "../../../src/data/recode.js";
import {fromColumns} from "../../../src/data/table.js";

const n = 300;
const every = (make: (i: number) => number): Float64Array =>
  Float64Array.from({length: n}, (_, i) => make(i));
const columns = {
  year: every((i) => (i % 50 === 0 ? NaN : 97 + (i % 3))),
  state: Array.from({length: n}, (_, i) => ["North", "South", "West"][(i >> 2) % 3]),
  arm: every((i) => (i >> 1) % 2),
  sex: Array.from({length: n}, (_, i) => (i % 5 < 2 ? "f" : "m")),
  score: every((i) => (i * i * 7) % 11)
};
const where = {year: ["98", "99"], state: ["South", "West"]};
const isKept = (i: number): boolean => columns.year[i] > 97 && columns.state[i] !== "North";

it("keeps the rows with one of the values in every column, in the columns' own kinds", () => {
  const kept = keepRows(columns, where);
  expect(kept.where).toEqual({year: [98, 99], state: ["South", "West"]});
  expect(kept.without).toEqual({year: [97], state: ["North"]});
  const own = Array.from({length: n}, (_, i) => i).filter(isKept);
  expect([...kept.columns.score]).toEqual(own.map((i) => columns.score[i]));
  expect(kept.columns.state).toEqual(own.map((i) => columns.state[i]));
  expect(keepRows(columns, {}).columns).toBe(columns);
});

it("is a step of the study, which says so, and its stand-in has these rows", () => {
  const kept = keepRows(columns, where);
  const {declaration, audit} = propose({
    ...{id: "a", title: "A", source: {file: "a.csv", bytes: 1, sha256: "0".repeat(64)}},
    ...kept,
    profiles: profileTable({columns: kept.columns, words: {}}),
    roles: {treatment: "arm", outcomes: ["score"], modifiers: ["sex", "state"], controls: []}
  });
  expect(declaration.where).toEqual(kept.where);
  const study = defineStudy(declaration);
  const {table, records} = runRecodes(fromColumns(columns), study.recodes, {verify: true});
  expect(table.numRows()).toBe(audit.counts.rows);
  expect(records[0]).toMatchObject({
    ...{name: "Selection", why: "Rows with year “98” or “99”, and with state “South” or “West”."},
    ...{rowsBefore: n, rowsAfter: kept.columns.score.length}
  });
  expect(aboutOf(declaration)).toContain(
    "Rows with year “98” or “99”, and with state “South” or “West” are used."
  );
  // What poolhouse check would find on the page that is written.
  expect(typedNumbers(aboutOf(declaration))).toEqual([]);
  const standIn = createStandIn("a", study.standIn);
  expect(runRecodes(standIn.table, study.recodes, {verify: false}).table.numRows()).toBeGreaterThan(
    0
  );
});

it.each([
  [{yaer: ["98"]}, /^unknown column: yaer; did you mean year\?/],
  [{year: ["96"]}, /^unknown value: "96" of year; it has 97, 98, 99$/],
  [{year: ["97"], score: ["99"]}, /^unknown value: "99" of score; it has 0, /]
])("says what is not there: %j", (wanted, sentence) => {
  expect(() => keepRows(columns, wanted)).toThrow(sentence);
});

it("refuses values that no row has together", () => {
  const own = {a: Float64Array.of(1, 2), b: Float64Array.of(1, 2)};
  expect(() => keepRows(own, {a: ["1"], b: ["2"]})).toThrow(/^missing rows: none has all/);
});
