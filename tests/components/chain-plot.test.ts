// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {ChainPlot, chainKey} from "../../src/components/chain-plot.js";
import {EnergyPlot} from "../../src/components/energy-plot.js";
import {all, num, reached, words} from "./drawn.js";
import {chained} from "./fit-rows.js";

const variables = [
  chained("Slope", [
    [10, 12, 9, 9],
    [10, 8, 2, 20]
  ]),
  chained("Scale", [
    [10, 10, 10, 10],
    [10, 10, 10, 10]
  ])
];

describe("ChainPlot", () => {
  const figure = ChainPlot(variables, {width: 900});
  it("has a trace and the ranks of every variable, named by its words", () => {
    const headings = [...figure.querySelectorAll(".panel-heading")].map((p) =>
      p.textContent.trim()
    );
    expect(headings).toEqual(["Slope", "", "Scale", ""]);
    expect(figure.querySelectorAll("svg")).toHaveLength(4);
  });
  it("draws a line per chain through its draws", () => {
    const [svg] = figure.querySelectorAll("svg");
    const paths = all(svg, 'path[data-group^="b_Slope|"]');
    expect(paths.map((path) => path.getAttribute("data-group"))).toEqual([
      "b_Slope|1",
      "b_Slope|2"
    ]);
    const points = paths.map((path) => (path.getAttribute("d") ?? "").split(/[ML]/).length - 1);
    expect(points).toEqual([3, 3]);
  });
  it("draws bars as high as the counts and the band where chance keeps them", () => {
    const svg = figure.querySelectorAll("svg")[1];
    const key = chainKey("b_Slope", 2);
    const heights = all(svg, `rect[data-group="${key}"]:not([data-focus])`).map((bar) =>
      num(bar, "height")
    );
    expect(heights).toHaveLength(4);
    expect(heights[3] / heights[0]).toBeCloseTo(2, 6);
    expect(heights[1] / heights[0]).toBeCloseTo(0.8, 6);
    expect(words(svg)).toEqual(expect.arrayContaining(["chain 1", "chain 2"]));
  });
  it("reaches every chain of every variable", () => {
    expect(reached(figure)).toEqual(["b_Slope|1", "b_Slope|2", "b_Scale|1", "b_Scale|2"]);
  });
  it("says so when nothing was kept", () => {
    expect(ChainPlot([]).textContent).toBe("No chain was kept to look at.");
  });
});

describe("EnergyPlot", () => {
  it("draws both densities and names each beside it", () => {
    const x = [-4, -2, 0, 2, 4];
    const energy = {x, y: [0.02, 0.1, 0.2, 0.1, 0.02]};
    const figure = EnergyPlot({energy, change: {x, y: [0, 0.08, 0.3, 0.08, 0]}}, {width: 600});
    expect(words(figure)).toEqual(
      expect.arrayContaining(["energies", "their changes from draw to draw"])
    );
    expect(all(figure, '[aria-label="line"] path')).toHaveLength(2);
  });
});
