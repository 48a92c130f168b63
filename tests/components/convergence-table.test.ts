// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {ConvergenceTable} from "../../src/components/convergence-table.js";
import {sortJudged} from "../../src/components/judged-columns.js";
import {headRow} from "../../src/components/model-card.js";
import {judged} from "./fit-rows.js";

const rows = [
  judged("Few", {ess_bulk: 500, strain: 0.8}),
  judged("Astray", {rhat: 1.02, missed: "R-hat", strain: 2}),
  judged("Fine", {rhat: 1.0001, ess_bulk: 3900, strain: 0.1}),
  judged("Rough", {rhat: 1.008, strain: 0.8})
];
const labels = (table: Element) =>
  [...table.querySelectorAll("tbody th")].map(({textContent}) => textContent);
const press = (table: Element, name: string) =>
  [...table.querySelectorAll("button")]
    .find((button) => button.textContent.startsWith(name))!
    .click();

describe("ConvergenceTable", () => {
  it("shows what misses a limit first, marked by a shape, and says how many do", () => {
    const table = ConvergenceTable(rows, "a model");
    expect(labels(table)).toEqual(["Astray", "Few", "Rough", "Fine"]);
    expect([...table.querySelectorAll(".out")].map((cell) => cell.textContent)).toEqual([
      "▲ 1.0200"
    ]);
    expect(table.querySelector("caption")!.textContent).toContain(
      "4 parameters, levels and group effects of a model; 1 misses a limit, and stands first."
    );
    expect(ConvergenceTable([rows[2]], "m").textContent).toContain("none misses a limit");
  });
  it("sorts by a heading, worst first and then the other way, what misses a limit still on top", () => {
    const table = ConvergenceTable(rows, "a model");
    press(table, "ESS, bulk");
    expect(labels(table)).toEqual(["Astray", "Few", "Rough", "Fine"]);
    expect(table.querySelector("[aria-sort]")!.getAttribute("aria-sort")).toBe("ascending");
    press(table, "ESS, bulk");
    expect(labels(table)).toEqual(["Astray", "Fine", "Rough", "Few"]);
    expect(table.querySelector("[aria-sort]")!.getAttribute("aria-sort")).toBe("descending");
    press(table, "R-hat");
    expect(labels(table)).toEqual(["Astray", "Rough", "Few", "Fine"]);
    press(table, "Parameter");
    expect(labels(table)).toEqual(["Astray", "Few", "Fine", "Rough"]);
    expect(table.querySelectorAll("[aria-sort]")).toHaveLength(1);
  });
  it("shows twelve rows until all are asked for", () => {
    const many = Array.from({length: 30}, (_, i) => judged(`P${i}`, {strain: i / 100}));
    const table = ConvergenceTable(many, "a model");
    expect(labels(table)).toHaveLength(12);
    expect(labels(table)[0]).toBe("P29");
    press(table, "Show all 30");
    expect(labels(table)).toHaveLength(30);
    expect(table.classList.contains("all")).toBe(true);
    press(table, "Show the first 12");
    expect(labels(table)).toHaveLength(12);
    expect(table.classList.contains("all")).toBe(false);
  });
});

describe("a heading", () => {
  it("of one word is kept on one line, though a hyphen is in it", () => {
    const heads = [...ConvergenceTable(rows, "m").querySelectorAll("thead th.word")];
    expect(heads.map(({textContent}) => textContent)).toEqual(["R-hat"]);
    const words = [...headRow("Model", "R-hat", "ESS, bulk").querySelectorAll(".word")];
    expect(words.map(({textContent}) => textContent)).toEqual(["Model", "R-hat"]);
  });
});

describe("sortJudged", () => {
  it("puts what could not be computed first among the worst", () => {
    const unknown = judged("Constant", {rhat: NaN, strain: Infinity, missed: "R-hat"});
    expect(sortJudged([...rows, unknown], null)[0].label).toBe("Constant");
    expect(
      sortJudged([...rows, unknown], "rhat")
        .map(({label}) => label)
        .slice(0, 2)
    ).toEqual(["Constant", "Astray"]);
  });
});
