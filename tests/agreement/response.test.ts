// Log-odds told as probabilities, on Tomz and Weeks's experiment. The data are not in this repository.
import {describe, expect, it} from "vitest";
import {poolRunner} from "../../src/data/pool.js";
import {averageEffects, sharesOf} from "../../src/engine/effects/average.js";
import {drawEffects} from "../../src/engine/effects/effects.js";
import {fit} from "../../src/engine/fit.js";
import {summarize} from "../../src/engine/summary/summarize.js";
import {prepared, readReference} from "./reference.js";

const {tw} = prepared;

describe.runIf(tw)("with the experiment's data (POOLHOUSE_DATA)", () => {
  it("the average over all respondents is the difference in means, a log-odds model or not", async () => {
    const {spec, parameters} = readReference("tw-logit");
    const roles = {treatment: "alliance", by: ["respondent_group"]};
    const options = {chains: 2, warmup: 500, draws: 500, seed: "response"};
    const one = await fit({...spec, ...roles}, tw!, options, poolRunner());
    const response = drawEffects(one.model, one.draws, "response");
    const shares = sharesOf(response.groups.map(({n}) => n));
    const {mean, sd} = summarize(averageEffects(response.draws!, shares), 2, 500);
    // The experiment's difference in means is 0.3308 with standard error 0.0262; treatment is by lot.
    expect(Math.abs(mean - 0.3308)).toBeLessThan(0.0262);
    expect(Math.abs(sd / 0.0262 - 1)).toBeLessThan(0.15);
    // Stan's mean slope at white = male = 0, in log-odds, is far from any probability.
    const slope = parameters.find(({variable}) => variable === "b_alliance")!.mean;
    expect(slope).toBeGreaterThan(0.9);
    for (const {mean: own} of response.groups) expect(Math.abs(own)).toBeLessThan(0.7);
  });
});
