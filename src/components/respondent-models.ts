// The two models behind one published section: their headline numbers side by side.
import {effectText, intervalText, numberText, percentText} from "./format.js";
import type {Slab} from "./half-eye-labels.js";
import type {Report} from "./report.js";
import type {Row} from "./take.js";
import type {EffectRow} from "./types.js";

/** One row per headline number, one column per model. */
export function whichNumberRows({study, effects}: Report, models: readonly string[]): Row[] {
  const {outcome} = study;
  const facts = models.map((id) => study.models.find((model) => model.id === id)?.facts ?? {});
  const sorted = models.map((id) =>
    effects
      .filter((row) => row.model === id && row.rungs.partial)
      .sort((a, b) => medianOf(a) - medianOf(b))
  );
  const titles = ["model of the text", "model of the figures"];
  const row = (name: string, of: (k: number) => string): Row => ({
    number: name,
    ...Object.fromEntries(models.map((_, k) => [titles.at(k) ?? models.at(k) ?? "", of(k)]))
  });
  const place = (one: EffectRow | undefined): string => {
    const estimate = one?.rungs.partial;
    if (!one || !estimate) return "none";
    const limits = intervalText(estimate.lower[95], estimate.upper[95], outcome);
    return `${effectText(estimate.median, outcome)} (${limits}): ${one.label}`;
  };
  return [
    row("smallest effect", (k) => place(sorted[k]?.[0])),
    row("middle effect", (k) => place(middleOf(sorted[k]))),
    row("largest effect", (k) => place(sorted[k]?.at(-1))),
    row("standard deviation of all draws", (k) =>
      numberText((facts[k]?.sd_all_draws ?? NaN) * outcome.factor, 0)
    ),
    row(
      "groups whose 95% interval is above zero",
      (k) => `${numberText(facts[k]?.positive95 ?? NaN)} of ${numberText(facts[k]?.groups ?? NaN)}`
    ),
    row("pairs of groups told apart", (k) => {
      const {pairs_separated = NaN, pairs = NaN} = facts[k] ?? {};
      return `${numberText(pairs_separated)} of ${numberText(pairs)} (${percentText(pairs_separated / pairs, 1)})`;
    })
  ];
}

/** Whether all models agree on the group with the largest effect; false where one has no group. */
export function sameLargest({effects}: Report, models: readonly string[]): boolean {
  const largest = models.map((id) => {
    const rows = effects.filter((row) => row.model === id);
    const most = Math.max(...rows.map(medianOf).filter(Number.isFinite));
    return rows.find((row) => medianOf(row) === most)?.group;
  });
  return largest[0] !== undefined && new Set(largest).size === 1;
}

function middleOf(rows: readonly EffectRow[] = []): EffectRow | undefined {
  return rows[Math.floor(rows.length / 2)];
}

function medianOf(row: EffectRow): number {
  return row.rungs.partial?.median ?? NaN;
}

/** The unexplained share of the variance between groups as a slab. */
export function shareSlab({study, curves}: Report, model: string): Slab {
  const facts = study.models.find(({id}) => id === model)?.facts ?? {};
  const at = (name: string): number => facts[name] ?? NaN;
  const curve = curves.find((one) => one.model === model && one.variable === "unexplained");
  return {
    key: "unexplained",
    label: "Unexplained share",
    series: "corrected",
    estimate: {
      median: at("unexplained"),
      mean: at("unexplained_mean"),
      sd: at("unexplained_sd"),
      lower: {
        50: at("unexplained_q25"),
        80: at("unexplained_q10"),
        90: at("unexplained_q5"),
        95: at("unexplained_low")
      },
      upper: {
        50: at("unexplained_q75"),
        80: at("unexplained_q90"),
        90: at("unexplained_q95"),
        95: at("unexplained_high")
      }
    },
    ...(curve && {curve})
  };
}
