// Numbers about a fit that sentences on a page quote.
import {describeVariation, quantiles} from "../../engine/index.js";
import type {FittedModel} from "../study.js";
import {curve} from "./curves-table.js";
import {shownGroups} from "./effects-table.js";
import type {Cell} from "./rows.js";

/** Facts by name, and the curve of the unexplained share where there is one. */
export interface Facts {
  readonly facts: Readonly<Record<string, number>>;
  readonly curve: readonly Record<string, Cell>[];
}

/**
 * Counts of groups by sign, spread of effects, separated pairs, and the unexplained share of the
 * variance between groups, with its 95 % interval.
 */
export function factsOf(one: FittedModel): Facts {
  const {model, fit} = one;
  const shown = shownGroups(one);
  const groups = shown.map(({group}) => group);
  const facts: Record<string, number> = {
    groups: groups.length,
    rows: fit.model.design.rows.total,
    positive95: groups.filter((g) => g["q2.5"] > 0).length,
    negative95: groups.filter((g) => g["q97.5"] < 0).length,
    positive80: groups.filter((g) => g.q10 > 0).length,
    median_of_medians: quantiles(
      Float64Array.from(groups, (g) => g.q50),
      [0.5]
    )[0],
    sd_of_medians: sd(groups.map((g) => g.q50)),
    without_arm: groups.filter((g) => g.n_treated === 0 || g.n_control === 0).length,
    smallest_group: Math.min(...groups.map((g) => g.n)),
    largest_group: Math.max(...groups.map((g) => g.n))
  };
  const among = shown.map(({index}) => index);
  const variation = one.remember("variation", [among], () =>
    describeVariation(fit.model, fit.draws, fit.effects, among)
  );
  if (!variation) return {facts, curve: []};
  const share = variation.unexplained;
  const [low, q5, q10, q25, median, q75, q90, q95, high] = quantiles(
    share,
    [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975]
  );
  Object.assign(facts, {
    sd_all_draws: variation.sd_all_draws,
    sd_between: variation.between.q50,
    sd_between_low: variation.between["q2.5"],
    sd_between_high: variation.between["q97.5"],
    pairs: variation.pairs,
    pairs_separated: variation.pairs_separated,
    unexplained: median,
    unexplained_mean: share.reduce((sum, x) => sum + x, 0) / share.length,
    unexplained_sd: sd(Array.from(share)),
    unexplained_q5: q5,
    unexplained_q10: q10,
    unexplained_q25: q25,
    unexplained_q75: q75,
    unexplained_q90: q90,
    unexplained_q95: q95,
    unexplained_low: low,
    unexplained_high: high
  });
  return {
    facts,
    curve: curve(model.id, "unexplained", share, 101, 0, share.every((x) => x <= 1) ? 1 : undefined)
  };
}

function sd(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
}
