// @vitest-environment jsdom
import {tableFromIPC} from "apache-arrow";
import {describe, expect, it, vi} from "vitest";
import {toArrow} from "../../src/data/arrow.js";
import type {StudyCard} from "../../src/components/study-types.js";
import type {TableCard} from "../../src/components/table-types.js";
import {WholeTables} from "../../src/components/whole-tables.js";

const cards: TableCard[] = [
  {
    name: "effects",
    rows: 2,
    each: "one row for every group",
    columns: [
      {name: "label", kind: "text", meaning: "The group in words", count: 1},
      {name: "mean:<group>", kind: "number", meaning: "The mean", count: 1200}
    ]
  }
];
const bytes = Uint8Array.from(toArrow({label: ["a", "b"], mean: Float64Array.of(1, NaN)})).buffer;
const files = {effects: () => Promise.resolve(bytes)};
const study = (unconverged = "", stand_in = false) =>
  ({id: "votes", stand_in, models: [{title: "Short", unconverged}]}) as unknown as StudyCard;

/** Presses the button and returns what is saved, under its name. */
async function press(node: HTMLElement, name: string): Promise<{name: string; blob: Blob}> {
  const saved = new Promise<{name: string; blob: Blob}>((resolve) => {
    let blob: Blob;
    // Neither is known to jsdom.
    URL.createObjectURL = (made) => {
      blob = made as Blob;
      return "blob:made";
    };
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = function () {
      resolve({name: this.download, blob});
    };
  });
  [...node.querySelectorAll("button")]
    .find((button) => button.getAttribute("aria-label") === name)!
    .click();
  return saved;
}

function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blob);
  });
}

describe("WholeTables", () => {
  it("says of each table what a row is and how large it is", () => {
    const node = WholeTables(cards, {study: study(), files});
    expect(
      [...node.querySelectorAll(".table-line > span:first-child")].map((n) => n.textContent)
    ).toEqual([
      "effects: one row for every group; 2 rows, 1,201 columns",
      "dictionary: one row for every column above; 2 rows, 5 columns"
    ]);
    const buttons = [...node.querySelectorAll("button")].map((b) => b.getAttribute("aria-label"));
    expect(buttons).toEqual([
      ...["effects as CSV", "effects as Arrow", "effects as Parquet"],
      ...["dictionary as CSV", "dictionary as Arrow", "dictionary as Parquet"]
    ]);
  });

  it("saves a table whole, with every warning in it", async () => {
    const node = WholeTables(cards, {study: study("R-hat 1.2", true), files});
    const {name, blob} = await press(node, "effects as Arrow");
    expect(name).toBe("votes-effects.arrow");
    const read = tableFromIPC(new Uint8Array(await bytesOf(blob)));
    const note = "Stand-in data: simulated rows. No number here is a finding.";
    expect(read.toArray().map((row: {toJSON(): unknown}) => row.toJSON())).toEqual([
      {label: "a", mean: 1, note: `${note} Not to be trusted: Short: R-hat 1.2`},
      {label: "b", mean: NaN, note: `${note} Not to be trusted: Short: R-hat 1.2`}
    ]);
  });

  it("shows on demand what the columns hold, and gives it along", async () => {
    const node = WholeTables(cards, {study: study(), files});
    const fold = node.querySelector("details")!;
    fold.open = true;
    fold.dispatchEvent(new Event("toggle"));
    const cells = [...fold.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map(({textContent}) => textContent)
    );
    expect(cells).toEqual([
      ["label", "text", "The group in words"],
      ["mean:<group> (1,200 columns)", "number", "The mean"]
    ]);
    const {blob} = await press(node, "dictionary as CSV");
    expect(new TextDecoder().decode(await bytesOf(blob))).toBe(
      "table,name,kind,meaning,count\neffects,label,text,The group in words,1\neffects,mean:<group>,number,The mean,1200\n"
    );
  });

  it("says so when a table cannot be had", async () => {
    const failing = {effects: () => Promise.reject(new Error("404"))};
    const node = WholeTables(cards, {study: study(), files: failing});
    node.querySelector("button")!.click();
    await vi.waitFor(() =>
      expect(node.querySelector("[role=status]")!.textContent).toBe(
        "votes-effects.csv could not be made: 404"
      )
    );
  });

  it("misses a table that the page names no file for", () => {
    expect(() => WholeTables(cards, {study: study(), files: {}})).toThrow(
      /^missing file: effects; /
    );
  });
});
