// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {cellName} from "../../src/components/means-layout.js";
import {MeansPlot} from "../../src/components/means-plot.js";
import {all, num, reached, words, xOf} from "./drawn.js";
import {estimate} from "./effect-rows.js";

const outcome = {label: "support", unit: "points", factor: 1, digits: 2};
const test = {label: "Germany \u2212 Russia", difference: 1.34, p: 0.00001};
const cell = (label: string, mean: number, n: number) => ({
  label,
  n,
  original: estimate(mean, 0.2),
  model: estimate(mean + 0.1, 0.1)
});
const panels = [
  {
    title: "Investment",
    rows: [
      {label: "Trump voters", cells: [cell("Russia", 2.4, 25), cell("Germany", 2.8, 28)], test},
      {
        label: "Clinton voters",
        cells: [cell("Russia", 2.1, 31), {...cell("Germany", 3.4, 27), model: undefined}],
        test: {...test, p: 0.022}
      }
    ]
  }
];
const options = {outcome, title: "support, 1 to 4"};

describe("MeansPlot", () => {
  it("draws original means hollow and the model's solid where it has them", () => {
    const figure = MeansPlot(panels, options);
    const marks = all(figure, `[aria-label="dot"]`).filter((m) => m.childElementCount > 1);
    expect(marks.map((mark) => mark.childElementCount)).toEqual([4, 3]);
    expect(marks[0].getAttribute("fill")).toContain("--paper");
    expect(marks[1].getAttribute("fill")).toContain("--partial");
  });
  it("puts the interval of a mean at its ends", () => {
    const figure = MeansPlot(panels, options);
    const [line] = all(figure, `[aria-label="rule"] line`);
    expect(num(line, "x1")).toBeCloseTo(xOf(figure, 2.4 - 0.38), 6);
    expect(num(line, "x2")).toBeCloseTo(xOf(figure, 2.4 + 0.38), 6);
  });
  it("says panels, rows, cells with n, and the printed tests", () => {
    expect(words(MeansPlot(panels, options))).toEqual(
      expect.arrayContaining([
        "Investment",
        "Clinton voters",
        "Russia",
        "n = 31",
        "Germany \u2212 Russia +1.34, p < .001",
        "Germany \u2212 Russia +1.34, p = .022"
      ])
    );
  });
  it("lets the keyboard reach every cell by its full name", () => {
    const names = panels.flatMap(({title, rows}) =>
      rows.flatMap(({label, cells}) => cells.map((cell) => cellName(title, label, cell.label)))
    );
    expect(reached(MeansPlot(panels, options))).toEqual(names);
  });
  it("does not sign the ticks of a mean", () => {
    const said = words(MeansPlot(panels, options));
    expect(said).not.toContain("no effect");
    expect(said.some((text) => /^\+\d/.test(text))).toBe(false);
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(MeansPlot([], options).textContent).toMatch(/^The original study/);
  });
});
