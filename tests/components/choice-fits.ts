// A map of choices by hand: fits that differ in model, groups and a prior.
import {toArrow} from "../../src/data/arrow.js";
import {columnsOf} from "../../src/data/report/rows.js";
import type {ChoiceFit, LookedFit, MapEstimate} from "../../src/components/choice-map-types.js";

export const outcome = {label: "support", unit: "percentage points", factor: 100, digits: 0};

/** An estimate around a median, its 95% interval `half` to each side. */
export function around(median: number, half = 0.1): MapEstimate {
  return {
    median,
    lower50: median - half / 3,
    upper50: median + half / 3,
    lower95: median - half,
    upper95: median + half,
    p_positive: median > 0 ? 0.9 : 0.1
  };
}

/** What a fit is made of; what is left out is as on this page. */
export interface Made {
  readonly median: number;
  readonly half?: number;
  readonly model?: string;
  readonly groups?: string;
  readonly spread?: string;
  readonly unconverged?: string;
  readonly refused?: string;
}

/** Fits numbered from 1. */
export function fitsOf(made: readonly Made[]): LookedFit[] {
  return made.map((one, i) => {
    const {median, half, model = "First", groups = "all characteristics"} = one;
    const {spread = "as on this page", unconverged = "", refused = ""} = one;
    const published = groups === "all characteristics" && spread === "as on this page";
    const fit: ChoiceFit = {
      fit: i + 1,
      question: 1,
      model: model.toLowerCase(),
      choice: {
        groups: groups === "without Rank" ? ["a"] : ["a", "b"],
        bins: {},
        without: [],
        spread: {family: null, factor: spread === "twice as wide" ? 2 : 1},
        coefficients: {factor: 1},
        likelihood: "gaussian",
        draws: published ? null : 200
      },
      words: {model, groups, spread, coefficients: "as on this page", likelihood: "normal"},
      draws: published ? 300 : 200,
      published,
      average: refused === "" ? around(median, half) : null,
      unconverged,
      refused
    };
    return {...fit, estimate: around(median, half)};
  });
}

/** Two models, two groupings, two priors: all eight, effects from −3 points up by two. */
export const eight = fitsOf(
  ["First", "Second"].flatMap((model, m) =>
    ["all characteristics", "without Rank"].flatMap((groups, g) =>
      ["as on this page", "twice as wide"].map((spread, s) => ({
        ...{model, groups, spread},
        median: 0.01 * (-3 + 2 * (4 * m + 2 * g + s))
      }))
    )
  )
);

/** The bytes of `choices.arrow` for fits. */
export function choicesArrow(fits: readonly LookedFit[]): ArrayBuffer {
  const rows = fits.map(({words, choice, estimate, ...fit}) => ({
    ...{fit: fit.fit, question: fit.question, model: fit.model},
    ...{groups_kept: choice.groups.join("~"), groups: words.groups},
    ...{spread_family: choice.spread.family, spread_factor: choice.spread.factor},
    ...{spread: words.spread, coefficients_factor: 1, coefficients: words.coefficients},
    ...{likelihood: choice.likelihood, likelihood_words: words.likelihood, draws: fit.draws},
    ...{published: Number(fit.published), p_positive: estimate.p_positive},
    ...{"average.median": estimate.median},
    ...{"average.lower50": estimate.lower50, "average.upper50": estimate.upper50},
    ...{"average.lower95": estimate.lower95, "average.upper95": estimate.upper95},
    ...{unconverged: fit.unconverged || null, refused: fit.refused || null}
  }));
  return bytesOf(toArrow(columnsOf(rows), {types: {published: "bool"}}));
}

/** The bytes of `choice-effects.arrow`: each group's effect lies `shift` above the fit's. */
export function effectsArrow(
  fits: readonly LookedFit[],
  groups: Readonly<Record<string, number>>
): ArrayBuffer {
  const rows = fits.flatMap(({fit, estimate}) =>
    Object.entries(groups).map(([group, shift]) => ({
      ...{fit, group},
      ...around(estimate.median + shift)
    }))
  );
  return bytesOf(toArrow(columnsOf(rows)));
}

function bytesOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
