// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {AgreementPlot} from "../../src/components/agreement-plot.js";
import {
  agreementHeadline,
  agreementReading,
  agreementSentence
} from "../../src/components/agreement-readings.js";
import type {AgreementCard, AgreementRow} from "../../src/components/agreement-types.js";
import {RatioPlot} from "../../src/components/ratio-plot.js";
import {all, num, reached, words, xOf} from "./drawn.js";

const row = (id: string, changes: Partial<AgreementRow> = {}): AgreementRow => ({
  ...{id, label: `Model ${id}`, method: "NUTS", against: "Stan 2", chains: 4, draws: 1000},
  ...{parameters: 40, left_out: 0, worst: "b", largest: 2.5, beyond: 0, within2: 38},
  mean_square: 1.1,
  shares: [0.1, 0.4, 0.3, 0.2],
  ratio: {low: 0.9, q25: 0.98, median: 1, q75: 1.02, high: 1.1},
  ...changes
});
const card: AgreementCard = {
  ...{date: "2026-01-31", poolhouse: "1", limit: 4},
  edges: [-4.5, -2, 0, 2, 4.5],
  expected: [0.02, 0.48, 0.48, 0.02],
  rows: [row("a"), row("b", {largest: 3.4, within2: 36, left_out: 2})]
};

describe("AgreementPlot", () => {
  it("draws a panel per model and method with its farthest parameter", () => {
    const notes = [...AgreementPlot(card, {width: 800}).querySelectorAll(".panel-note")];
    expect(notes.map((note) => note.textContent)).toEqual([
      "NUTS, farthest 2.5",
      "NUTS, farthest 3.4"
    ]);
    expect(reached(AgreementPlot(card, {width: 380}))).toEqual(["a", "b"]);
  });
  it("makes bars as high as the shares, on one scale", () => {
    const [svg] = AgreementPlot(card, {width: 800}).querySelectorAll("svg");
    const heights = all(svg, "rect[data-group]:not([data-focus])").map((bar) => num(bar, "height"));
    expect(heights[1] / heights[0]).toBeCloseTo(4, 6);
    expect(heights[3] / heights[0]).toBeCloseTo(2, 6);
  });
  it("says so when nothing was compared", () => {
    expect(AgreementPlot({...card, rows: []}).textContent).toMatch(
      /No posterior has been compared/
    );
  });
});

describe("RatioPlot", () => {
  it("draws the middle half and the range of ratios about one", () => {
    const figure = RatioPlot(card.rows, {width: 800});
    const lines = all(figure, 'line[data-group="a"]').map((line) => [
      num(line, "x1"),
      num(line, "x2")
    ]);
    const at = (low: number, high: number) => [xOf(figure, low), xOf(figure, high)];
    expect(lines).toEqual([at(0.9, 1.1), at(0.98, 1.02)]);
    expect(words(figure)).toContain("Model a, NUTS");
  });
});

describe("readings of agreement", () => {
  it("count comparisons and name the farthest", () => {
    expect(agreementReading(card)).toBe(
      "Of 80 comparisons, 93% lie within two errors (95% by chance); the farthest is 3.4 errors away (Model b, NUTS). None misses a limit: 4 errors for a mean, a tenth or what chance allows for a standard deviation. Standard deviations are 0.90 to 1.10 of the reference’s. 2 parameters are left out, of which the reference has fewer than 400 effective draws."
    );
    expect(agreementHeadline(card)).toBe(
      "Of 80 posteriors held against Stan’s or against exact ones, none has a mean farther away than 4 Monte Carlo errors, or a width that differs by more than chance allows."
    );
  });
  it("name the models that miss a limit", () => {
    const rows = [row("a", {beyond: 3, largest: 5.2}), row("b")];
    expect(agreementReading({...card, rows})).toContain("3 of Model a, NUTS misses a limit.");
    expect(agreementHeadline({...card, rows})).toContain("3 have a mean farther away");
    expect(agreementSentence(rows[0])).toMatch(
      /the farthest 5\.2; .*; 3 parameters beyond a limit\.$/
    );
  });
  it("have a sentence for nothing", () => {
    expect(agreementReading({...card, rows: []})).toBe("No posterior has been compared yet.");
    expect(agreementHeadline({...card, rows: []})).toMatch(/^No posterior has been compared/);
  });
});
