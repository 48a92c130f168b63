import {expect, it} from "vitest";
import {checkOutcome} from "../../../src/data/profile/check-roles.js";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {pageRemedies, programRemedies} from "../../../src/data/profile/remedies.js";
import type {Column} from "../../../src/engine/index.js";

function refused(column: Column, remedies = programRemedies): () => void {
  const [profile] = profileTable({columns: {x: column}, words: {}});
  return () => checkOutcome(profile, column, remedies);
}

const rows = Array.from({length: 300}, (_, i) => i);
const moods = rows.map((i) => ["glum", "so-so", "merry"][i % 3]);

it("an order is asked for where few answers tell none: by a flag of the program, not of the page", () => {
  expect(refused(moods)).toThrow(/^invalid outcome: x holds 3 .*--order "x=lowest; …; highest"$/);
  expect(refused(moods, pageRemedies)).toThrow(
    /^invalid outcome: x holds 3 different texts .*; make another column the outcome in the table/
  );
  for (const say of [pageRemedies.order("x"), pageRemedies.arms(["a", "b"])])
    expect(say).not.toContain("--");
});

it("no order is asked for where there are more texts than a scale has", () => {
  expect(refused(rows.map((i) => `remark ${String(i % 90)}`))).toThrow(
    /^invalid outcome: x holds 90 different texts, too many for a scale; name a column of numbers/
  );
});

it("texts among numbers are named, to be left empty", () => {
  expect(refused(rows.map((i) => (i % 9 === 4 ? "k. A." : `${String(i)},5`)))).toThrow(
    /^invalid outcome: x holds texts among its numbers, such as “k\. A\.”; leave these cells empty/
  );
});
