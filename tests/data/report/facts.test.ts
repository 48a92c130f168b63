import {beforeAll, describe, expect, it} from "vitest";
import {factsOf, type Facts} from "../../../src/data/report/facts.js";
import type {FittedModel} from "../../../src/data/study.js";
import {variableIndex, variableView} from "../../../src/engine/index.js";
import {fitTiny} from "./tiny-study.js";

let fitted: FittedModel[];
let facts: Facts["facts"];
let found: Facts;

beforeAll(async () => {
  fitted = await fitTiny();
  found = factsOf(fitted[0]);
  ({facts} = found);
});

function variance(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  return all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1);
}

/** The type 7 quantile, straight from its definition. */
function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = Math.floor(h);
  return sorted[low] + (h - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

const drawsOfGroups = () =>
  [0, 1, 2, 3, 4, 5].map((g) => variableView(fitted[0].fit.effects.draws!, g));

describe("factsOf", () => {
  it("counts groups, rows, and groups without an arm", () => {
    expect(facts).toMatchObject({
      ...{groups: 6, rows: 108, without_arm: 1},
      ...{smallest_group: 10, largest_group: 20}
    });
  });

  it("counts groups by the side of zero on which their intervals lie", () => {
    const groups = drawsOfGroups();
    expect(facts).toMatchObject({
      positive95: groups.filter((draws) => quantile(draws, 0.025) > 0).length,
      negative95: groups.filter((draws) => quantile(draws, 0.975) < 0).length,
      positive80: groups.filter((draws) => quantile(draws, 0.1) > 0).length
    });
  });

  it("describes the medians of the groups", () => {
    const medians = drawsOfGroups().map((draws) => quantile(draws, 0.5));
    expect(facts.median_of_medians).toBeCloseTo(quantile(medians, 0.5), 12);
    expect(facts.sd_of_medians).toBeCloseTo(Math.sqrt(variance(medians)), 12);
  });

  it("takes sd_all_draws over all draws of all groups at once", () => {
    const all = drawsOfGroups().flatMap((draws) => [...draws]);
    expect(facts.sd_all_draws).toBeCloseTo(Math.sqrt(variance(all)), 10);
  });

  it("takes sd_between over groups, draw by draw", () => {
    const groups = drawsOfGroups();
    const spread = Array.from(groups[0], (_, i) => Math.sqrt(variance(groups.map((g) => g[i]))));
    expect(facts.sd_between).toBeCloseTo(quantile(spread, 0.5), 10);
    expect(facts.sd_between_low).toBeCloseTo(quantile(spread, 0.025), 10);
    expect(facts.sd_between_high).toBeCloseTo(quantile(spread, 0.975), 10);
  });

  it("calls a pair separated when more than 97.5 % of draws agree on the sign of its difference", () => {
    const groups = drawsOfGroups();
    let separated = 0;
    for (let g = 0; g < 6; ++g) {
      for (let h = g + 1; h < 6; ++h) {
        const above = groups[g].filter((x, i) => x > groups[h][i]).length / groups[g].length;
        separated += Number(above > 0.975 || above < 0.025);
      }
    }
    expect(facts).toMatchObject({pairs: 15, pairs_separated: separated});
  });

  it("takes the unexplained share as the variance of the group terms' part over that of the whole", () => {
    const groups = drawsOfGroups();
    const {draws} = fitted[0].fit;
    const values = (name: string) => variableView(draws, variableIndex(draws, name));
    const random = ["0_1", "0_2", "0_3", "1_1", "1_2", "1_3"].map((key) => {
      const own = values(`r_a:b[${key},t]`);
      const wider = values(`r_a[${key[0]},t]`);
      return own.map((x, i) => x + wider[i]);
    });
    const share = Array.from(
      groups[0],
      (_, i) => variance(random.map((r) => r[i])) / variance(groups.map((g) => g[i]))
    );
    expect(facts.unexplained).toBeCloseTo(quantile(share, 0.5), 8);
    expect(facts.unexplained_low).toBeCloseTo(quantile(share, 0.025), 8);
    expect(facts.unexplained_high).toBeCloseTo(quantile(share, 0.975), 8);
  });

  it("leaves groups that a model does not show out of every number", () => {
    const {facts: shown} = factsOf(fitted[1]);
    expect(shown).toMatchObject({groups: 5, without_arm: 0, pairs: 10});
    const {draws} = fitted[1].fit.effects;
    const all = [0, 1, 2, 3, 4].flatMap((g) => [...variableView(draws!, g)]);
    expect(shown.sd_all_draws).toBeCloseTo(Math.sqrt(variance(all)), 10);
  });
});
