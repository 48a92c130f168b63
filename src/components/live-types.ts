// What a live fit is told, types only: pages and engine meet here.

/** A modifier in words, its levels by the value in the data. */
export interface LiveModifier {
  readonly name: string;
  readonly label: string;
  readonly levels: readonly (readonly [value: number | string, label: string])[];
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

/** The one number that a page makes of a model first: a coefficient, or the average of its groups by rows. */
export interface LiveHeadline extends LiveSummary {
  /** The coefficient by brms's name; null for the average. */
  readonly variable: string | null;
  /** The probability that the average is above zero. */
  readonly p_positive?: number;
}

/** A model on cells: `live` of a model card in `study.json`. */
export interface LiveCard {
  /** The table that it is fitted to, `cells-<name>.arrow`. */
  readonly cells: string;
  /** How many cells there are, of how many rows, and how many cells hold a single row. */
  readonly size: {readonly cells: number; readonly rows: number; readonly single: number};
  readonly groups: {
    readonly kind: "crossed" | "joined" | "separate";
    readonly modifiers: readonly string[];
    readonly column?: string;
    readonly untreated?: string;
  };
  /** What was published of it, in words for the inside of a sentence. */
  readonly headline?: LiveHeadline & {readonly words: string};
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
  /** Draws per chain at most: for a choice that fewer cannot be trusted of. */
  readonly longest: number;
  readonly sampler: {
    readonly chains: number;
    readonly warmup: number;
    readonly draws: number;
    readonly seed: string;
    readonly targetAcceptance: number;
    readonly maxTreeDepth: number;
    /** Where the study asks for NUTS; else the engine chooses. */
    readonly method?: "nuts";
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
