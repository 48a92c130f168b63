// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {RankPlot} from "../../src/components/rank-plot.js";
import type {CalibrationRow} from "../../src/components/trust-types.js";
import {all, reached} from "./drawn.js";

const row = (id: string, p: number, excess: readonly number[]): CalibrationRow => ({
  id,
  label: `Model ${id}`,
  formula: "y ~ 1",
  method: "NUTS",
  replications: 400,
  draws: 99,
  p,
  bound: 0.068,
  within: 2,
  curves: [
    {name: "b", excess},
    {name: "sd", excess: [0, 0, 0]}
  ]
});

const rows = [row("a", 0.312, [0.01, 0.04, -0.02]), row("b", 0.04, [-0.1, -0.2, -0.1])];

describe("RankPlot", () => {
  it("draws a panel per model and method that says both and p", () => {
    const figure = RankPlot(rows, {width: 800});
    const said = [...figure.querySelectorAll(".panel")].map((panel) =>
      [...panel.querySelectorAll("p")].map((p) => p.textContent).join(": ")
    );
    expect(said).toEqual(["Model a: NUTS, p = 0.31", "Model b: NUTS, p = 0.04"]);
  });
  it("draws every quantity as a line from zero to zero, at its excess in between", () => {
    const [panel] = RankPlot(rows, {width: 800}).querySelectorAll("svg");
    const [path] = all(panel, `[aria-label="line"] path`).map((line) =>
      [...(line.getAttribute("d") ?? "").matchAll(/[ML]([^,]+),([^ML]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y)
      ])
    );
    expect(all(panel, `[aria-label="line"] path`)).toHaveLength(2);
    expect(path).toHaveLength(5);
    const middle = path[0][1];
    expect(path[4][1]).toBeCloseTo(middle, 6);
    // Pixels grow downwards; twice as far up is twice as high.
    expect(path[1][1]).toBeLessThan(middle);
    expect(middle - path[2][1]).toBeCloseTo(4 * (middle - path[1][1]), 3);
    expect(path[3][1]).toBeGreaterThan(middle);
  });
  it("reaches every panel", () => {
    expect(reached(RankPlot(rows, {width: 380}))).toEqual(["a", "b"]);
  });
});
