// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {PriorPlot} from "../../src/components/prior-plot.js";
import {all, reached, words} from "./drawn.js";
import {priored} from "./fit-rows.js";

const none = {x: [0, 0.5, 1], y: [NaN, NaN, NaN]};
const rows = [
  priored("Slope"),
  priored("Free", {prior: "(flat)", source: "default", kept: NaN, priorLine: none})
];

describe("PriorPlot", () => {
  const figure = PriorPlot(rows, {width: 800});
  it("names each prior by its parameter, its distribution and who set it", () => {
    const said = [...figure.querySelectorAll(".panel")].map((panel) =>
      [...panel.querySelectorAll("p")].map((p) => p.textContent).join(": ")
    );
    expect(said).toEqual(["Slope: normal(0, 1), set by the author", "Free: flat, brms default"]);
  });
  it("draws prior and posterior on one scale", () => {
    const [svg] = figure.querySelectorAll("svg");
    const lines = all(svg, '[aria-label="line"] path').map((path) =>
      [...(path.getAttribute("d") ?? "").matchAll(/[ML][^,]+,([\d.]+)/g)].map(([, y]) => Number(y))
    );
    expect(lines).toHaveLength(2);
    const [prior, posterior] = lines;
    // Pixels from the top; the posterior ends at zero, its middle at 1.9, the prior begins at 0.4.
    const unit = (posterior[2] - posterior[1]) / 1.9;
    expect((posterior[2] - prior[0]) / unit).toBeCloseTo(0.4, 2);
  });
  it("draws no density of a flat prior, and says so", () => {
    const svg = figure.querySelectorAll("svg")[1];
    expect(words(svg)).toContain("no density: flat");
    const drawn = all(svg, '[aria-label="line"] path').filter((path) => path.getAttribute("d"));
    expect(drawn).toHaveLength(1);
  });
  it("reaches every prior", () => {
    expect(reached(figure)).toEqual(["b_Slope", "b_Free"]);
    expect(PriorPlot([]).textContent).toBe("This model has no prior.");
  });
});
