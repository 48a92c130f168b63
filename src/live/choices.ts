// What a reader may choose for a live fit, registered by name.
import type {LiveCard, LiveChoice} from "./live-card.js";

/** A family of priors on standard deviations, from the scale of the published one. */
export interface SpreadFamily {
  readonly label: string;
  readonly text: (scale: number) => string;
}

/** Priors on standard deviations; halves of symmetric ones, as in brms. */
export const spreadFamilies: Readonly<Record<string, SpreadFamily>> = {
  normal: {label: "half-normal", text: (scale) => `normal(0, ${scale})`},
  student_t: {label: "half-t, 3 degrees", text: (scale) => `student_t(3, 0, ${scale})`},
  cauchy: {label: "half-Cauchy", text: (scale) => `cauchy(0, ${scale})`},
  exponential: {label: "exponential", text: (scale) => `exponential(${1 / scale})`}
};

/** A likelihood that a model may be refitted with. */
export interface Likelihood {
  readonly label: string;
  /** What scales priors on coefficients and standard deviations when it takes the place of another. */
  readonly priorScale: number;
  /** True when columns that vary inside cells cannot be kept. */
  readonly cellsOnly: boolean;
  /** True when the outcome must be 0 or 1. */
  readonly zeroOne: boolean;
  /** The scale on which effects compare with those of the likelihood that it takes the place of. */
  readonly scale: "link" | "response";
}

/** The likelihoods, by the engine's names; a new family appears in pages by an entry here. */
export const likelihoods: Readonly<Record<string, Likelihood>> = {
  gaussian: {
    label: "normal (linear probability)",
    priorScale: 1,
    cellsOnly: false,
    zeroOne: false,
    scale: "link"
  },
  bernoulli: {
    label: "Bernoulli (log-odds)",
    // At one half a log-odds is worth four times a probability.
    priorScale: 4,
    cellsOnly: true,
    zeroOne: true,
    // Published effects on a 0/1 outcome are differences in probability.
    scale: "response"
  }
};

/** The choice that changes nothing. */
export function unchanged({groups, spec}: LiveCard): LiveChoice {
  return {
    groups: groups.modifiers,
    bins: {},
    without: [],
    spread: {family: null, factor: 1},
    coefficients: {factor: 1},
    likelihood: spec.family,
    draws: null
  };
}

/** True when a choice differs from the published model in nothing. */
export function isUnchanged(card: LiveCard, choice: LiveChoice): boolean {
  return JSON.stringify(normal(card, choice)) === JSON.stringify(normal(card, unchanged(card)));
}

function normal(card: LiveCard, choice: LiveChoice): unknown[] {
  const {groups, bins, without, spread, coefficients, likelihood, draws} = choice;
  const {sampler, spec} = card;
  return [
    groups,
    Object.entries(bins).sort(),
    [...without].sort(),
    spread.family,
    spread.factor,
    coefficients.factor,
    likelihood === "" ? spec.family : likelihood,
    draws ?? sampler.draws
  ];
}
