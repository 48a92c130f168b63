import {describe, expect, it} from "vitest";
import {InputError, createGenerator, summarize, type Margin} from "../../src/engine/index.js";
import {reweighEffects} from "../../src/live/reweigh.js";
import {expectClose} from "../assert.js";

const generator = createGenerator("population", 0);
const effects = [0.1, 0.3, 0.5, 0.2].map((mean) =>
  Float64Array.from({length: 200}, () => mean + 0.05 * generator.normal())
);
const sizes = [40, 10, 20, 30];
const margin = (name: string, shares: readonly number[], codes: readonly number[]): Margin => ({
  ...{name, shares, codes},
  levels: ["low", "high"]
});
const rows = (shares: readonly number[]) => margin("row", shares, [0, 0, 1, 1]);
const columns = (shares: readonly number[]) => margin("column", shares, [0, 1, 0, 1]);
const of = (weights: readonly number[]) =>
  summarize(
    effects[0].map((_, i) => weights.reduce((sum, w, g) => sum + w * effects[g][i], 0)),
    2,
    100
  );

describe("reweighEffects", () => {
  it("summarises the average with the weights that meet the margins, first over all groups", () => {
    const [all] = reweighEffects({effects, chains: 2, sizes, margins: [rows([0.8, 0.2])]});
    const expected = of([0.64, 0.16, 0.08, 0.12]);
    expect(all).toMatchObject({margin: -1, level: -1, p_positive: 1});
    expectClose(
      [all.mean, all.q50, all["q2.5"], all.mcse_mean],
      [expected.mean, expected.q50, expected["q2.5"], expected.mcse_mean],
      {relative: 1e-9}
    );
  });

  it("then within each level that has a share, in order", () => {
    const margins = [rows([1, 0]), columns([0.5, 0.5])];
    const averages = reweighEffects({effects, chains: 2, sizes, margins});
    expect(averages.map(({margin: m, level}) => [m, level])).toEqual([
      [-1, -1],
      [0, 0],
      [1, 0],
      [1, 1]
    ]);
    expectClose(averages[2].q50, of([1, 0, 0, 0]).q50, {absolute: 1e-12});
    expectClose(averages[3].mean, of([0, 1, 0, 0]).mean, {absolute: 1e-12});
  });

  it("with the sample's own shares gives the sample average", () => {
    const own = sizes.map((n) => n / 100);
    const margins = [rows([0.5, 0.5]), columns([0.6, 0.4])];
    expectClose(reweighEffects({effects, chains: 2, sizes, margins})[0].mean, of(own).mean, {
      absolute: 1e-12
    });
  });

  it("passes on what cannot be met", () => {
    expect(() => reweighEffects({effects, chains: 2, sizes, margins: [rows([-1, 2])]})).toThrow(
      InputError
    );
  });
});
