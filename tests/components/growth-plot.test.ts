// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {GrowthPlot, growthKey} from "../../src/components/growth-plot.js";
import type {GrowthRow} from "../../src/components/trust-types.js";
import {all, groupsOf, words} from "./drawn.js";

const row = (model: string, rows: number, sampling_seconds: number): GrowthRow => ({
  model,
  formula: "y ~ t",
  rows,
  groups: 400,
  cells: 400,
  draws: 500,
  model_seconds: rows / 1e6,
  sampling_seconds,
  rest_seconds: 0.5,
  megabytes: 20
});

const rows = [row("one", 1e3, 0.1), row("one", 1e5, 0.1), row("two", 1e3, 1), row("two", 1e5, 10)];

describe("GrowthPlot", () => {
  it("draws a panel per model with a named line for each part of the work", () => {
    const figure = GrowthPlot(rows, {width: 800, by: "rows"});
    const panels = [...figure.querySelectorAll("svg")];
    expect(panels).toHaveLength(2);
    expect([...figure.querySelectorAll(".panel-heading")].map((p) => p.textContent)).toEqual([
      "one",
      "two"
    ]);
    for (const panel of panels)
      expect(words(panel)).toEqual(
        expect.arrayContaining([
          "seconds",
          "rows",
          "draws",
          "rows to cells",
          "effects, diagnostics"
        ])
      );
  });
  it("keeps the panels on one scale: equal seconds are equally high", () => {
    const panels = [...GrowthPlot(rows, {width: 800, by: "rows"}).querySelectorAll("svg")];
    const heightOf = (panel: SVGSVGElement, group: string) =>
      [...panel.querySelectorAll(`[aria-label="dot"] [data-group="${group}"]`)]
        .map((mark) => /translate\([^,]+,([^)]+)\)/.exec(mark.getAttribute("transform") ?? "")?.[1])
        .at(-1);
    // Effects and diagnostics take half a second in both models.
    const [first, second] = [rows[0], rows[2]].map((one, i) => heightOf(panels[i], growthKey(one)));
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });
  it("reaches every fit once", () => {
    const figure = GrowthPlot(rows, {width: 380, by: "rows"});
    expect(groupsOf(all(figure, "[data-focus]"))).toEqual(rows.map(growthKey));
  });
  it("keeps the names of lines apart that end together", () => {
    const together = [row("one", 1e3, 0.5), {...row("one", 1e5, 0.5), model_seconds: 0.5}];
    const figure = GrowthPlot(together, {width: 640, by: "rows"});
    const names = all(figure, "text").filter((text) =>
      ["draws", "rows to cells", "effects, diagnostics"].includes(text.textContent)
    );
    const tops = names.map((text) => {
      const transform =
        text.getAttribute("transform") ?? text.parentElement?.getAttribute("transform");
      const group = /translate\([^,]+,([^)]+)\)/.exec(
        text.closest("g[transform]")?.getAttribute("transform") ?? ""
      )?.[1];
      const own = /translate\([^,]+,([^)]+)\)/.exec(transform ?? "")?.[1];
      return Number(own) + Number(group ?? 0);
    });
    const [a, b, c] = tops.sort((x, y) => x - y);
    expect(Math.min(b - a, c - b)).toBeGreaterThanOrEqual(15.99);
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(GrowthPlot([], {by: "rows"}).textContent).toBe("Nothing has been measured yet.");
  });
});
