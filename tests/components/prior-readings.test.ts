import {describe, expect, it} from "vitest";
import {
  leastMovedFirst,
  priorRecords,
  priorSentence,
  priorsReading
} from "../../src/components/prior-readings.js";
import {priored} from "./fit-rows.js";

const slope = priored("Slope");
const scale = priored("Scale", {class: "sd", kept: 0.72, source: "default"});
const flat = priored("Free", {prior: "(flat)", kept: NaN, prior_sd: NaN, source: "default"});
const correlation = priored("With", {class: "cor", kept: 1.04, prior: "lkj(1)", source: "default"});
const rows = [flat, slope, correlation, scale];

describe("leastMovedFirst", () => {
  it("puts flat priors late and correlations last", () => {
    expect(leastMovedFirst(rows).map(({label}) => label)).toEqual([
      "Scale",
      "Slope",
      "Free",
      "With"
    ]);
    expect(rows[0]).toBe(flat);
  });
});

describe("priorSentence", () => {
  it("sets the posterior's width beside the prior's", () => {
    expect(priorSentence({...slope, low: -0.013, high: 0.8})).toBe(
      "Slope: normal(0, 1), set by the author, with 95% of it from −2 to 2; the posterior’s 95% interval is −0.013 to 0.8, its standard deviation 20% of the prior’s."
    );
  });
  it("compares middle halves where the tails forbid a standard deviation", () => {
    expect(priorSentence({...slope, measure: "middle half"})).toContain("its middle half 20% of");
  });
  it("leaves a flat prior to the data", () => {
    expect(priorSentence(flat)).toBe(
      "Free: flat, brms default, so that the data alone decide; the posterior’s 95% interval is 0 to 0.8."
    );
  });
});

describe("priorsReading", () => {
  it("counts sources and names the least and the most moved", () => {
    expect(priorsReading(rows)).toBe(
      "4 priors: 1 set by the author and 3 brms defaults; 1 is flat. Correlations aside, the data moved least “Scale”, which keeps 72% of its prior’s width; most, “Slope”, which keeps 20%. 2 posteriors are more than half as wide as the prior, 1 of them a correlation: what is said of them leans on the prior."
    );
  });
  it("has a sentence at the edges", () => {
    expect(priorsReading([])).toBe("This model has no prior.");
    expect(priorsReading([slope])).toBe(
      "1 prior: 1 set by the author. Correlations aside, the data moved least “Slope”, which keeps 20% of its prior’s width. No posterior is more than half as wide as its prior."
    );
  });
});

describe("priorRecords", () => {
  it("give a table the numbers that are drawn", () => {
    expect(priorRecords([scale])[0]).toMatchObject({
      label: "Scale",
      source: "brms default",
      kept: 0.72
    });
  });
});
