// What a live fit is told and what it answers, types only: pages and engine meet here.
import type {Advice} from "./study-types.js";

/** A modifier in words, its levels by the value in the data. */
export interface LiveModifier {
  readonly name: string;
  readonly label: string;
  readonly levels: readonly (readonly [value: number | string, label: string])[];
}

/** A model on cells: `live` of a model card in `study.json`. */
export interface LiveCard {
  /** The table that it is fitted to, `cells-<name>.arrow`. */
  readonly cells: string;
  readonly groups: {
    readonly kind: "crossed" | "joined" | "separate";
    readonly modifiers: readonly string[];
    readonly column?: string;
    readonly untreated?: string;
  };
  /** True when groups without a treated row are not shown. */
  readonly only_treated: boolean;
  readonly words: readonly LiveModifier[];
  /** With every prior in force. */
  readonly spec: {
    readonly formula: string;
    readonly equations: readonly string[];
    readonly family: string;
    readonly priors: readonly string[];
    readonly treatment: string;
    readonly by: readonly string[];
  };
  readonly sampler: {
    readonly chains: number;
    readonly warmup: number;
    readonly draws: number;
    readonly seed: string;
    readonly targetAcceptance: number;
    readonly maxTreeDepth: number;
  };
}

/** What a reader may change of a model. */
export interface LiveChoice {
  /** Modifiers that still make groups, in the card's order; one at least. */
  readonly groups: readonly string[];
  /** Into how many bins the levels of a modifier are put, where fewer than there are. */
  readonly bins: Readonly<Record<string, number>>;
  /** Published groups that are left out, by key. */
  readonly without: readonly string[];
  /** The family of the priors on how much effects vary, or null to keep it; and what scales them. */
  readonly spread: {readonly family: string | null; readonly factor: number};
  /** What scales the priors on coefficients. */
  readonly coefficients: {readonly factor: number};
  /** A registered likelihood. */
  readonly likelihood: string;
  /** Draws per chain, or null for as many as were published. */
  readonly draws: number | null;
}

/** Rows summed within cells, as a page reads them. */
export interface LiveCells {
  readonly columns: Readonly<Record<string, Float64Array | readonly (string | null)[]>>;
  readonly counts: Float64Array;
  readonly averaged: readonly string[];
  readonly products: Float64Array;
  readonly outcome: {
    readonly name: string;
    readonly median: number;
    readonly mad: number;
    readonly zeroOne: boolean;
  };
}

/** A posterior's summary, by the names of the engine's quantiles. */
export interface LiveSummary {
  readonly mean: number;
  readonly sd: number;
  readonly "q2.5": number;
  readonly q5: number;
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
  readonly q95: number;
  readonly "q97.5": number;
}

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
  readonly family: string;
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

/** What a page takes from the engine, once it is asked for: src/live/index.ts. */
export interface LiveEngine {
  readonly spreadFamilies: Readonly<
    Record<string, {readonly label: string; readonly text: (scale: number) => string}>
  >;
  readonly likelihoods: Readonly<
    Record<string, {readonly label: string; readonly zeroOne: boolean}>
  >;
  unchanged(card: LiveCard): LiveChoice;
  isUnchanged(card: LiveCard, choice: LiveChoice): boolean;
  hasScale(statements: readonly string[], kind: "sd" | "b"): boolean;
  scaledPrior(
    statements: readonly string[],
    kind: "sd" | "b",
    change: {readonly family: string | null; readonly factor: number}
  ): string;
  binOf(i: number, levels: number, bins: number): number;
  readonly LiveFitter: new () => {
    prepare(): void;
    fit(
      request: {card: LiveCard; cells: LiveCells; choice: LiveChoice},
      hooks: {signal: AbortSignal; progress: (done: number) => void}
    ): Promise<LiveResult>;
  };
}
