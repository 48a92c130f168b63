// The rows of the study tunisia: those of its file where it is to be had, and of its stand-in.
import {expect, it} from "vitest";
import {prepare} from "../../../src/data/prepare.js";
import {tunisia} from "../../../src/data/studies/tunisia.js";
import {createStandIn} from "../../../src/data/stand-in.js";

it("leaves the rows that the file left when the study was made", async () => {
  const {table, standIn} = await prepare(tunisia, {offline: true});
  if (standIn === "") expect(table.numRows()).toBe(921);
  else expect(table.numRows()).toBeGreaterThan(0);
});

it("has a stand-in of as many rows as the file", () => {
  expect(createStandIn("tunisia", tunisia.standIn).table.numRows()).toBe(1107);
});
