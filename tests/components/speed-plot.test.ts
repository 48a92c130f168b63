// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {SpeedPlot} from "../../src/components/speed-plot.js";
import type {SpeedRow} from "../../src/components/trust-types.js";
import {all, num, reached, words, xOf} from "./drawn.js";

const row = (model: string, ours: number, stan: number | null, rough = false): SpeedRow => ({
  model,
  label: `Model ${model}, in words`,
  method: "exact draws",
  ours,
  stan,
  ratio: stan === null ? null : ours / stan,
  rough,
  variables: 40,
  ours_draws: 4000,
  ours_seconds: 1,
  stan_draws: 4000,
  stan_seconds: 1,
  stan_compile_seconds: 60,
  times_writing: 30
});

const rows = [row("a", 5000, 20), row("b", 3, 0.0002, true), row("c", 70, null)];

describe("SpeedPlot", () => {
  it("puts both rates on one logarithmic axis, ours solid and Stan's hollow", () => {
    const figure = SpeedPlot(rows, {width: 640});
    const [stan, ours] = all(figure, `circle[data-group="a"]`);
    expect(num(stan, "cx")).toBeCloseTo(xOf(figure, 20), 6);
    expect(num(ours, "cx")).toBeCloseTo(xOf(figure, 5000), 6);
    // Equal ratios are equally long.
    expect(xOf(figure, 5000) - xOf(figure, 50)).toBeCloseTo(xOf(figure, 1) - xOf(figure, 0.01), 6);
  });
  it("joins them by a line and writes the ratio on it, roughly where it is rough", () => {
    const figure = SpeedPlot(rows, {width: 640});
    expect(all(figure, `[aria-label="link"] path`)).toHaveLength(2);
    expect(words(figure)).toEqual(
      expect.arrayContaining(["250 times", "about 15,000 times", "not run in Stan"])
    );
  });
  it.each([350, 960])("names every model in words at %i px and reaches each once", (width) => {
    const figure = SpeedPlot(rows, {width});
    const said = words(figure);
    for (const {label} of rows) expect(said).toContain(label);
    expect(reached(figure)).toEqual(["a", "b", "c"]);
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(SpeedPlot([], {}).textContent).toBe("No model has been measured yet.");
  });
});
