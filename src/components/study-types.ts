// What `study.json` holds: a study, its models, their advice and its claims, types only.
import type {Claim} from "./claim-types.js";
import type {StudyMoved} from "./moved-types.js";
import type {RowWords} from "./row-words.js";
import type {Reference} from "./reference-types.js";
import type {Modifier} from "./types.js";

/** Guidance, with its remedy. */
export interface Advice {
  readonly code: string;
  readonly severity: "note" | "warning" | "error";
  readonly message: string;
  readonly remedy: string;
}

/** A model as `study.json` describes it. */
export interface ModelCard {
  readonly id: string;
  readonly title: string;
  readonly status: "published" | "corrected" | "comparison" | "declared";
  /** Where the model was printed, in words. */
  readonly origin: string;
  readonly formula: string;
  readonly equations: readonly string[];
  readonly family: string;
  /** The treatment's column. */
  readonly treatment: string;
  /** The columns that groups are told by. */
  readonly by: readonly string[];
  readonly n: number;
  readonly cells: number;
  readonly priors: readonly {
    class: string;
    coef: string;
    group: string;
    prior: string;
    source: "user" | "default";
  }[];
  readonly sampler: {
    method: string;
    chains: number;
    warmup: number;
    draws: number;
    seed: string;
    divergences: number;
    max_treedepth_hits: number;
    min_ess_bulk: number;
    min_ess_tail: number;
    max_rhat: number;
    /** Null where there is no energy. */
    min_ebfmi: number | null;
  };
  readonly advice: readonly Advice[];
  /** Words for groups that advice names and no table has, by their keys. */
  readonly unshown?: Readonly<Record<string, string>>;
  /** Empty when the draws can be trusted, else why not. */
  readonly unconverged: string;
  /** Why the author publishes it all the same; empty unless signed off. */
  readonly signed_off: string;
  /** Numbers that sentences quote, by name. */
  readonly facts: Readonly<Record<string, number>>;
  /** What errors least squares have, in words. */
  readonly ols_errors: string;
  /** The same model for other programs, to run. */
  readonly code: {readonly brms: string; readonly poolhouse: string};
  readonly key: string;
}

/** `study.json`. */
export interface StudyCard {
  readonly id: string;
  readonly title: string;
  readonly stand_in: boolean;
  /** What the rows are where they are simulated; empty where they were read. */
  readonly stand_in_note: string;
  readonly outcome: {
    label: string;
    /** An effect's: "percentage points more willing to use force". */
    unit: string;
    /** An effect times this is in the unit (100 for percentage points). */
    factor: number;
    /** After the point, in the unit. */
    digits: number;
  };
  readonly source: {
    title: string;
    citation: string;
    reference: Reference;
    licence: string;
    file: string;
    sha256: string;
    bytes: number;
    /** Before any rule is applied; left out of reports that older versions made. */
    rows?: number;
    urls: readonly string[];
  };
  readonly recodes: readonly {
    name: string;
    why: string;
    rows: number;
    counts: Readonly<Record<string, number>>;
  }[];
  readonly modifiers: readonly Modifier[];
  /** First words of labels that are names. */
  readonly names?: readonly string[];
  readonly treatment?: string;
  /** What a row is; a respondent where it is not said. */
  readonly row?: RowWords;
  /** What a reader of any of its models is to be warned of. */
  readonly cautions?: readonly Advice[];
  readonly models: readonly ModelCard[];
  readonly claims: readonly Claim[];
  readonly versions: {poolhouse: string; node: string; packages: Record<string, string>};
  readonly key: string;
  /** What differs from another build, where this one was asked to tell (tools/compared.ts). */
  readonly moved?: StudyMoved;
}
