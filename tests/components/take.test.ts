// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {arrowOf, csvOf, TakeMenu} from "../../src/components/take.js";
import type {Takeable} from "../../src/components/take.js";
import {tableFromIPC} from "../../src/vendor/arrow.js";

const figure: Takeable = {
  title: "Asia differs least",
  caption: "Medians.",
  name: "regions",
  warnings: [],
  rows: [
    {group: 'Asia, "East"', n: 40, median: 0.1 + 0.2, stable: true},
    {group: "Africa", n: 35, median: NaN, stable: null}
  ]
};

describe("a figure's rows", () => {
  it("leave as CSV in full precision, quoted where needed, empty where unknown", () => {
    expect(csvOf(figure)).toBe(
      'group,n,median,stable\n"Asia, ""East""",40,0.30000000000000004,true\nAfrica,35,,\n'
    );
  });
  it("leave as an Arrow stream with the same values", () => {
    const table = tableFromIPC(arrowOf(figure));
    expect(table.toColumns()).toEqual({
      group: ['Asia, "East"', "Africa"],
      n: Int32Array.of(40, 35),
      median: Float64Array.of(0.1 + 0.2, NaN),
      stable: [true, null]
    });
  });
  it("carry every warning in a column of their own", () => {
    const marked = {...figure, warnings: ["Stand-in data.", "Not to be trusted."]};
    expect(csvOf(marked)).toMatch(/^group,n,median,stable,note\n/);
    const notes = tableFromIPC(arrowOf(marked)).getChild("note").toArray() as string[];
    expect([...notes]).toEqual(Array(2).fill("Stand-in data. Not to be trusted."));
  });
  it("leave as files that can be read even when there are none", () => {
    expect(csvOf({...figure, rows: []})).toBe("\n");
    expect(tableFromIPC(arrowOf({...figure, rows: []})).numRows).toBe(0);
  });
});

describe("TakeMenu", () => {
  it("offers data and picture in two forms each", () => {
    const menu = TakeMenu(figure, () => document.body);
    const items = [...menu.querySelectorAll("button")].map((button) => button.textContent);
    expect(items).toEqual(["Data as CSV", "Data as Arrow", "Picture as SVG", "Picture as PNG"]);
  });
  it("closes by Escape and gives the focus back", () => {
    const menu = TakeMenu(figure, () => document.body) as HTMLDetailsElement;
    document.body.append(menu);
    menu.open = true;
    menu
      .querySelector("button")!
      .dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
    expect(menu.open).toBe(false);
    expect(document.activeElement?.tagName).toBe("SUMMARY");
  });
});
