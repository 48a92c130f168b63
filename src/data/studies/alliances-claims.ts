// What was claimed of alliances and war, tried on the corrected models and on the other model.
import {error} from "../../engine/error.js";
import {
  describeVariation,
  olsEffects,
  quantiles,
  type Effect,
  type Fit
} from "../../engine/index.js";
import type {ClaimEvidence, ClaimTest} from "../study.js";
import {alliancesModels} from "./alliances-models.js";
import {coefficientClaim, intervalWords, signed} from "./claims.js";

const POINTS = 100;

const scenario2026: readonly ClaimTest[] = (
  [
    ["High stakes make the alliance matter more.", "stakes"],
    ["The alliance matters more for democracies.", "regime"],
    [
      "Costs make the alliance matter more (printed as high costs; the code means low costs).",
      "costs"
    ]
  ] as const
).map(([claim, name]) =>
  coefficientClaim({
    claim,
    where: "2026 manuscript, effect equation",
    topic: "scenario-2026",
    variable: `b_lambda_${name}`,
    sign: 1,
    published: "scenario-2026",
    corrected: "scenario-2026-corrected",
    factor: POINTS,
    digits: 0
  })
);

const respondents: readonly ClaimTest[] = [
  {
    claim: "The alliance never clearly reduces support for force.",
    where: "Alley 2024, section 5.2",
    topic: "respondents",
    test: ({fits}) => {
      const [text, figures] = both(fits).map(
        ({groups}) => groups.filter((group) => group["q97.5"] < 0).length
      );
      return {
        verdict: text + figures === 0 ? "survives" : "does not survive",
        published: `${String(text)} of ${String(both(fits)[0].groups.length)} groups clearly negative`,
        corrected: `${String(figures)} clearly negative`
      };
    }
  },
  {
    claim: "The smallest and the largest effect do not overlap.",
    where: "Alley 2024, section 5.2",
    topic: "respondents",
    test: ({fits}) => {
      const pairs = both(fits).map(({groups}) => extremes(groups));
      const apart = pairs.map(([low, high]) => low["q97.5"] < high["q2.5"]);
      const words = pairs.map(
        ([low, high]) =>
          `${intervalWords(low, POINTS, 0)} against ${intervalWords(high, POINTS, 0)}`
      );
      return {
        verdict: apart[0] && apart[1] ? "survives" : apart[0] ? "weakened" : "does not survive",
        published: words[0],
        corrected: words[1]
      };
    }
  },
  {
    claim: "The effect is largest among white men, internationalism 5, assertiveness 1.",
    where: "Alley 2024, section 5.2",
    topic: "respondents",
    test: ({fits}) => {
      const keys = both(fits).map(({groups}) => extremes(groups)[1]);
      const same = keys.map(({key}) => key === "1_1_5_1");
      const words = keys.map(
        (group) => `largest: ${groupWords(group)}, ${signed(POINTS * group.q50, 0)}`
      );
      return {
        verdict: same[1] ? "survives" : same[0] ? "weakened" : "does not survive",
        published: words[0],
        corrected: words[1]
      };
    }
  },
  {
    claim: "Roughly 5 % of the variation in the effect is not explained by the predictors.",
    where: "Alley 2024, section 5.2",
    topic: "respondents",
    test: ({fits}) => {
      const fit = fits.get("respondent-text") ?? error("missing fit: respondent-text");
      const variation = describeVariation(fit.model, fit.draws, fit.effects);
      const slope = fit.parameters.find((p) => p.variable === "sd_respondent_group__alliance");
      if (!variation || !slope) return error("missing slope: respondent-text has no varying slope");
      const [low, median, high] = quantiles(variation.unexplained, [0.025, 0.5, 0.975]);
      const percent = (x: number): string => `${(POINTS * x).toFixed(0)} %`;
      return {
        verdict: low <= 0.05 && median < 0.075 ? "survives" : "does not survive",
        published: `a standard deviation of ${slope.mean.toFixed(3)}, misread as a share`,
        corrected: `unexplained share ${percent(median)} (95 % interval ${percent(low)} to ${percent(high)})`
      };
    }
  }
];

const scenario2024: readonly ClaimTest[] = [
  {
    claim: "Hierarchical intervals are narrower than those of OLS.",
    where: "Alley 2024, section 5.1",
    topic: "scenario-2024",
    test: (evidence) => {
      const pairs = scenarioPairs(evidence);
      const narrower = pairs.filter(
        ({effect, ols}) => width(effect) < ols.upper - ols.lower
      ).length;
      return {
        verdict: narrower === pairs.length ? "survives" : "weakened",
        published: "printed without a count",
        corrected: `narrower in ${String(narrower)} of ${String(pairs.length)} scenarios`
      };
    }
  },
  {
    claim: "They are less dispersed within regions, especially in Africa and Latin America.",
    where: "Alley 2024, section 5.1",
    topic: "scenario-2024",
    test: (evidence) => {
      const ratios = spreadRatios(evidence);
      const ranked = [...ratios].sort((a, b) => a[1] - b[1]);
      const named = ranked.slice(0, 2).map(([region]) => region);
      const all = ratios.every(([, ratio]) => ratio < 1);
      const right = named.includes("Africa") && named.includes("South America");
      return {
        verdict: all && right ? "survives" : all ? "weakened" : "does not survive",
        published: "printed without numbers",
        corrected: `spread left of that of OLS: ${ranked.map(([region, ratio]) => `${region} ${(POINTS * ratio).toFixed(0)} %`).join(", ")}`
      };
    }
  }
];

/** All claims of the study, by topic. */
export const alliancesClaims: readonly ClaimTest[] = [
  ...scenario2024,
  ...scenario2026,
  ...respondents
];

function both(fits: ClaimEvidence["fits"]): readonly Fit["effects"][] {
  return ["respondent-text", "respondent-figures"].map(
    (id) => fits.get(id)?.effects ?? error(`missing fit: ${id}`)
  );
}

function extremes(groups: readonly Effect[]): readonly [Effect, Effect] {
  const sorted = [...groups].sort((a, b) => a.q50 - b.q50);
  return [sorted[0], sorted[sorted.length - 1]];
}

function groupWords({values}: Effect): string {
  return `${values.white === 1 ? "white" : "non-white"} ${values.male === 1 ? "men" : "women"}, ${String(values.intl)} and ${String(values.hawk)}`;
}

function width(effect: Effect): number {
  return effect["q97.5"] - effect["q2.5"];
}

function scenarioPairs({fits, columns}: ClaimEvidence): {
  effect: Effect;
  ols: {estimate: number; lower: number; upper: number};
}[] {
  const effects = fits.get("scenario-2024")?.effects ?? error("missing fit: scenario-2024");
  const model = alliancesModels.find(({id}) => id === "scenario-2024");
  const ols = model?.ols?.saturated ?? error("missing comparison: scenario-2024 has no OLS");
  const estimates = olsEffects(columns, {...ols, treatment: "alliance", by: effects.by});
  return effects.groups.map((effect, g) => ({effect, ols: estimates[g].contrast}));
}

function spreadRatios(evidence: ClaimEvidence): [string, number][] {
  const regions = new Map<string, {effects: number[]; ols: number[]}>();
  for (const {effect, ols} of scenarioPairs(evidence)) {
    const region = String(effect.values.region_txt);
    const own = regions.get(region) ?? {effects: [], ols: []};
    own.effects.push(effect.q50);
    own.ols.push(ols.estimate);
    regions.set(region, own);
  }
  return [...regions].map(([region, {effects, ols}]) => [region, sd(effects) / sd(ols)]);
}

function sd(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
}
