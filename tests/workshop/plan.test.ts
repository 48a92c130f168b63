import {expect, it} from "vitest";
import type {YourChoice} from "../../src/components/your-types.js";
import {openFile} from "../../src/workshop/opened.js";
import {planOf} from "../../src/workshop/plan.js";

const text = [
  "year,treat,score,sex,village,room",
  ...Array.from({length: 1200}, (_, i) => {
    const village = Math.floor(i / 60);
    const room = Math.floor(i / 6);
    return [97 + (i % 2), village % 2, (i * i * 7) % 11, i % 3 ? "f" : "m", village, room].join(
      ","
    );
  })
].join("\n");

const opened = await openFile(
  {file: new Blob([text]), name: "mine.csv", uneven: false},
  () => undefined
);
const choice: YourChoice = {
  ...opened.told.choice,
  ...{treatment: "treat", outcomes: ["score"], modifiers: ["sex"], controls: [], clusters: []}
};

it("counts only the rows that are kept, and has the remedy for units by one press", () => {
  const {sizes, rows, left, warnings} = planOf(opened, {...choice, where: {year: ["98"]}});
  expect([rows, sizes.rows]).toEqual([1200, 600]);
  expect(left).toBe("600 outside the selection by year");
  expect(warnings[0]).toMatchObject({code: "W24", use: {label: "Take Village for the cluster"}});
  expect(warnings[0].remedy).not.toContain("--");
  expect(warnings[0].use?.choice).toMatchObject({clusters: ["village"], where: {year: ["98"]}});
});

it("says which value is not there, once the file is another", () => {
  expect(() => planOf(opened, {...choice, where: {year: ["96"]}})).toThrow(
    /^unknown value: "96" of year; it has 97, 98/
  );
});

it("answers what cannot be with what to do in the page, and names no flag of the program", async () => {
  const lines = Array.from({length: 90}, (_, i) =>
    [i % 2, ["glum", "so-so", "merry"][i % 3], i % 5 ? "f" : "m"].join(",")
  );
  const file = new Blob([["treat,mood,sex", ...lines].join("\n")]);
  const own = await openFile({file, name: "m.csv", uneven: false}, () => undefined);
  const planned = (): unknown => planOf(own, {...choice, outcomes: ["mood"], arms: [], where: {}});
  expect(planned).toThrow(
    /^invalid outcome: mood .*; make another column the outcome in the table/
  );
  expect(planned).not.toThrow("--");
});
