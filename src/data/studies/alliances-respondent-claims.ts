// What the article says of respondents, tried on the model of its text and on that of its figures.
import {error} from "../../engine/error.js";
import {describeVariation, quantiles, type Effect, type Fit} from "../../engine/index.js";
import type {ClaimEvidence, ClaimTest} from "../study.js";
import {intervalWords, signed} from "./claims.js";

const POINTS = 100;

/** Claims about kinds of respondents: the model of the text, then that of the figures. */
export const respondentClaims: readonly ClaimTest[] = [
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
    claim: "Roughly 5% of the variation in the effect is not explained by the predictors.",
    where: "Alley 2024, section 5.2",
    topic: "respondents",
    test: ({fits}) => {
      const fit =
        fits.get("respondent-text") ??
        error("missing fit: respondent-text; the study must declare it");
      const variation = describeVariation(fit.model, fit.draws, fit.effects);
      const slope = fit.parameters.find((p) => p.variable === "sd_respondent_group__alliance");
      if (!variation || !slope)
        return error("missing slope: respondent-text has none; give it a group term with alliance");
      const [low, median, high] = quantiles(variation.unexplained, [0.025, 0.5, 0.975]);
      const percent = (x: number): string => `${(POINTS * x).toFixed(0)}%`;
      return {
        verdict: low <= 0.05 && median < 0.075 ? "survives" : "does not survive",
        published: `a standard deviation of ${slope.mean.toFixed(3)}, misread as a share; the unexplained share is ${percent(median)} (95% interval ${percent(low)} to ${percent(high)})`,
        corrected: "not tried: it has no predictors of the effect beside its groups"
      };
    }
  }
];

function both(fits: ClaimEvidence["fits"]): readonly Fit["effects"][] {
  return ["respondent-text", "respondent-figures"].map(
    (id) => fits.get(id)?.effects ?? error(`missing fit: ${id}; the study must declare it`)
  );
}

function extremes(groups: readonly Effect[]): readonly [Effect, Effect] {
  const sorted = [...groups].sort((a, b) => a.q50 - b.q50);
  return [sorted[0], sorted[sorted.length - 1]];
}

function groupWords({values}: Effect): string {
  return `${values.white === 1 ? "white" : "non-white"} ${values.male === 1 ? "men" : "women"}, ${String(values.intl)} and ${String(values.hawk)}`;
}
