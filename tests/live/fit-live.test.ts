import {beforeAll, describe, expect, it} from "vitest";
import {fit, runChainsInTurn} from "../../src/engine/index.js";
import {fitLive, type LiveResult} from "../../src/live/fit-live.js";
import {smallStudy, trial} from "./small-study.js";

const {card, cells, choose} = smallStudy();
const run = (change: Parameters<typeof choose>[0] = {}) =>
  fitLive({card, cells, choice: choose(change)}, runChainsInTurn);

describe("fitLive", () => {
  let plain: LiveResult;

  beforeAll(async () => {
    plain = await run();
  });

  it("gives the draws of the model on its cells, to the last bit, when nothing is changed", async () => {
    const own = await fit(card.spec, cells, card.sampler, runChainsInTurn);
    expect(plain.groups.map(({key, mean, sd}) => [key, mean, sd])).toEqual(
      own.effects.groups.map(({key, mean, sd}) => [key, mean, sd])
    );
  });

  it("agrees with a fit to the rows themselves", async () => {
    const rows = await fit(card.spec, trial(), card.sampler, runChainsInTurn);
    for (const {key, mean, mcse_mean} of plain.groups) {
      const other = rows.effects.groups.find((group) => group.key === key);
      expect(Math.abs(mean - (other?.mean ?? NaN))).toBeLessThan(6 * mcse_mean);
    }
    expect(plain.n).toBe(240);
  });

  it("says of every group which published ones it holds, with their rows", async () => {
    const coarse = await run({bins: {b: 2}});
    expect(coarse.groups).toHaveLength(4);
    for (const {published, n} of coarse.groups) {
      expect(published).toHaveLength(2);
      expect(published.reduce((sum, group) => sum + group.n, 0)).toBe(n);
    }
  });

  it("pulls groups together under a tighter prior on how much they vary", async () => {
    const tight = await run({spread: {family: "normal", factor: 0.01}});
    const spread = ({groups}: LiveResult) => {
      const means = groups.map(({mean}) => mean);
      return Math.max(...means) - Math.min(...means);
    };
    expect(spread(tight)).toBeLessThan(0.5 * spread(plain));
    expect(tight.priors.find((row) => row.class === "sd")?.prior).toMatch(/^normal\(0, /);
  });

  it("tells effects of another likelihood in what the published ones are: differences in probability", async () => {
    const won = smallStudy("won ~ t + a + b + (1 + t | a*b)");
    const of = async (likelihood: string) =>
      fitLive({...won, choice: won.choose({likelihood})}, runChainsInTurn);
    const [line, logit] = [await of("gaussian"), await of("bernoulli")];
    expect([line.scale, logit.scale]).toEqual(["link", "response"]);
    for (const [g, {key, mean, sd}] of logit.groups.entries()) {
      expect(key).toBe(line.groups[g].key);
      // The same people under two models; log-odds would be four times as large.
      expect(Math.abs(mean - line.groups[g].mean)).toBeLessThan(2 * sd);
      expect(sd).toBeLessThan(1.5 * line.groups[g].sd);
    }
  });

  it("says why draws cannot be trusted", async () => {
    const few = await run({draws: 20});
    expect(few.unconverged).not.toBe("");
    expect(plain.draws).toBe(300);
  });
});
