// What a live fit answers, and what a page takes of the engine for it; types only.
import type {LiveCard, LiveCells, LiveChoice, LiveHeadline, LiveSummary} from "./live-types.js";
import type {Advice} from "./study-types.js";

/** A group's posterior, and the published groups it is made of with their rows. */
export interface LiveGroup extends LiveSummary {
  readonly key: string;
  readonly values: Readonly<Record<string, number | string>>;
  readonly n: number;
  readonly n_treated: number;
  readonly n_control: number;
  readonly p_positive: number;
  readonly rhat: number;
  readonly ess_bulk: number;
  readonly published: readonly {readonly key: string; readonly n: number}[];
}

/** A live fit's answer. */
export interface LiveResult {
  readonly groups: readonly LiveGroup[];
  /** The card's headline here; null where the model has none any more. */
  readonly headline: LiveHeadline | null;
  readonly family: string;
  /** What effects are differences in: the linear predictor, or the outcome's probability. */
  readonly scale: "link" | "response";
  readonly formula: string;
  readonly equations: readonly string[];
  readonly priors: readonly {
    class: string;
    coef: string;
    group: string;
    prior: string;
    source: "user" | "default";
  }[];
  readonly n: number;
  readonly method: string;
  readonly reason: string;
  readonly chains: number;
  readonly draws: number;
  /** Empty when the draws can be trusted, else why not. */
  readonly unconverged: string;
  readonly advice: readonly Advice[];
  /** Controls that the likelihood could not keep. */
  readonly dropped: readonly string[];
}

/** Priors as readers say them: "half-normal" with scales, "exponential" with means, the widest first. */
export interface PriorWords {
  readonly family: string;
  readonly measure: "scale" | "mean";
  readonly sizes: readonly number[];
}

/** What a page takes from the engine, once it is asked for: src/live/index.ts. */
export interface LiveEngine {
  readonly spreadFamilies: Readonly<
    Record<string, {readonly label: string; readonly text: (scale: number) => string}>
  >;
  readonly likelihoods: Readonly<
    Record<string, {readonly label: string; readonly zeroOne: boolean; readonly priorScale: number}>
  >;
  unchanged(card: LiveCard): LiveChoice;
  isUnchanged(card: LiveCard, choice: LiveChoice): boolean;
  hasScale(statements: readonly string[], kind: "sd" | "b"): boolean;
  priorWords(
    statements: readonly string[],
    kind: "sd" | "b",
    change: {readonly family: string | null; readonly factor: number}
  ): PriorWords | null;
  readonly binOf: (i: number, levels: number, bins: number) => number;
  readonly LiveFitter: new () => {
    prepare(): void;
    fit(
      request: {card: LiveCard; cells: LiveCells; choice: LiveChoice},
      hooks: {signal: AbortSignal; progress: (done: number) => void}
    ): Promise<LiveResult>;
  };
}
