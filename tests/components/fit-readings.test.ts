import {describe, expect, it} from "vitest";
import {
  chainSentence,
  energyReading,
  fitVerdict,
  overallVerdict,
  ranksReading
} from "../../src/components/fit-readings.js";
import {chained, exactCard, judged, nutsCard} from "./fit-rows.js";

const rows = [
  judged("Worst R-hat", {rhat: 1.0027}),
  judged("Worst bulk", {ess_bulk: 2131}),
  judged("Worst tail", {ess_tail: 1944})
];

describe("fitVerdict", () => {
  it("says first that draws can be trusted, then the numbers and whose they are", () => {
    expect(fitVerdict(exactCard, rows)).toBe(
      "These draws can be trusted. 4 chains of 1,000 draws: of 3 parameters, levels and group effects the largest R-hat is 1.003 (Worst R-hat), the smallest bulk effective size is 2,131 of 4,000 (Worst bulk), the smallest in the tails is 1,944 (Worst tail) and exact draws cannot diverge."
    );
  });
  it("tells of energy and divergence where NUTS ran", () => {
    expect(fitVerdict(nutsCard, rows)).toMatch(/smallest E-BFMI is 0\.81 and nothing diverged\.$/);
    const {sampler} = nutsCard;
    const diverged = {...nutsCard, sampler: {...sampler, divergences: 1}};
    expect(fitVerdict(diverged, rows)).toMatch(/and 1 transition diverged\.$/);
  });
  it("says first what a fit misses, and why it is shown all the same", () => {
    const astray = {...nutsCard, unconverged: "R-hat 1.031 for b_x", signed_off: "Stan agrees."};
    expect(fitVerdict(astray, rows)).toMatch(
      /^These draws cannot be trusted: R-hat 1\.031 for b_x\. They are shown all the same: Stan agrees\. 4 chains/
    );
    expect(fitVerdict(astray, rows)).not.toContain("can be trusted");
  });
});

describe("overallVerdict", () => {
  const study = {title: "Votes", stand_in: false, models: [exactCard, nutsCard]};
  it("counts models and studies", () => {
    expect(overallVerdict([study, study])).toBe(
      "The draws of all 4 models of 2 studies keep every limit: R-hat, effective sizes, divergences, energy."
    );
    expect(overallVerdict([{...study, models: [exactCard]}])).toMatch(
      /^The draws of the model keep/
    );
  });
  it("says first that rows are simulated, then what cannot be trusted and why", () => {
    const bad = {
      ...study,
      stand_in: true,
      models: [exactCard, {...nutsCard, unconverged: "R-hat 2"}]
    };
    expect(overallVerdict([bad])).toBe(
      "The rows of “Votes” are simulated: no number made from them is a finding. The draws of 1 of 2 models of 1 study cannot be trusted: A model (R-hat 2)."
    );
  });
});

describe("readings of chains", () => {
  const one = chained("Slope", [
    [10, 12, 9, 9],
    [10, 8, 2, 20]
  ]);
  it("count the bins within the band", () => {
    expect(ranksReading([one])).toMatch(/^6 of 8 bins keep within the band; about 8 would/);
    expect(ranksReading([])).toBe("No chain was kept to look at.");
  });
  it("tell one chain's bins", () => {
    expect(chainSentence(one, 2)).toBe(
      "Slope, chain 2: between 2 and 20 draws in a bin of ranks, 10 expected; 2 bins of 4 lie outside the band."
    );
    expect(chainSentence(one, 1)).toMatch(/; no bins of 4 lie outside/);
    expect(chainSentence(one, 3)).toBe("");
  });
});

describe("energyReading", () => {
  it("says why exact draws have none", () => {
    expect(energyReading(exactCard)).toMatch(/^Exact draws have no energy:/);
  });
  it("judges E-BFMI by its limit and counts cut trajectories", () => {
    expect(energyReading(nutsCard)).toBe(
      "The smallest E-BFMI is 0.81, above 0.3, so that the chains reach all energies; no trajectory was cut at its greatest length."
    );
    const slow = {...nutsCard.sampler, min_ebfmi: 0.2, max_treedepth_hits: 2};
    expect(energyReading({sampler: slow})).toMatch(
      /0\.20, below 0\.3: .*; 2 trajectories were cut/
    );
  });
});
