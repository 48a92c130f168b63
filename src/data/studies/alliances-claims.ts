// What was claimed of alliances and war, tried on the corrected models and on the other model.
import {error} from "../../engine/error.js";
import {olsEffects, type Effect} from "../../engine/index.js";
import type {ClaimEvidence, ClaimTest} from "../study.js";
import {alliancesModels} from "./alliances-models.js";
import {respondentClaims} from "./alliances-respondent-claims.js";
import {coefficientClaim} from "./claims.js";

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
    digits: 1
  })
);

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
    claim:
      "Hierarchical effects are less dispersed than those of OLS within regions, especially in Africa and Latin America (South America in the data).",
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
        corrected: `spread left of that of OLS: ${ranked.map(([region, ratio]) => `${region} ${(POINTS * ratio).toFixed(0)}%`).join(", ")}`
      };
    }
  }
];

/** All claims of the study, by topic. */
export const alliancesClaims: readonly ClaimTest[] = [
  ...scenario2024,
  ...scenario2026,
  ...respondentClaims
];

function width(effect: Effect): number {
  return effect["q97.5"] - effect["q2.5"];
}

function scenarioPairs({fits, columns}: ClaimEvidence): {
  effect: Effect;
  ols: {estimate: number; lower: number; upper: number};
}[] {
  const effects =
    fits.get("scenario-2024")?.effects ??
    error("missing fit: scenario-2024; the study must declare it");
  const model = alliancesModels.find(({id}) => id === "scenario-2024");
  const {formula, errors} =
    model?.ols?.saturated ??
    error("missing comparison: scenario-2024 has no OLS; declare ols.saturated");
  const estimates = olsEffects(columns, {formula, errors, treatment: "alliance", by: effects.by});
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
