// What a study is made of: the one declaration that a replicator edits.
import type {Advice, Columns, Fit, ModelSpec, SamplerOptions, SummedRows} from "../engine/index.js";
import type {Remember} from "./keep/remember.js";
import type {Recode} from "./recode.js";
import type {Source} from "./sources.js";
import type {StandInPlan} from "./stand-in-plans.js";

/** A modifier in words, its levels by the value in the data, in the order to show them. */
export interface ModifierWords {
  readonly label: string;
  readonly levels: readonly (readonly [value: number | string, label: string])[];
}

/** A least-squares estimate to set beside a model's. */
export interface OlsComparison {
  readonly formula: string;
  readonly errors?: "classical" | "HC2" | "HC3";
  /** The units whose rows err together, and words for them inside a sentence; errors are then CR2. */
  readonly cluster?: {readonly column: string; readonly label: string};
}

/** How a reader may change a model's groups. */
export interface LiveGroups {
  /**
   * How its formula groups: by all crossings of the modifiers ("a*b"), by one column that joins them,
   * or by one term for each.
   */
  readonly kind: "crossed" | "joined" | "separate";
  /** The modifiers that may be left out or binned, as the formula or the column names them. */
  readonly modifiers: readonly string[];
  /** The column that joins them with "_". */
  readonly column?: string;
  /** Where only the treated are told apart, the group of all others. */
  readonly untreated?: string;
}

/** One model of a study. */
export interface StudyModel {
  readonly id: string;
  readonly title: string;
  readonly status: "published" | "corrected" | "comparison" | "declared";
  /** Where the model was printed, or why it is here, in words. */
  readonly origin: string;
  readonly spec: ModelSpec & {readonly treatment: string; readonly by: readonly string[]};
  /** Columns, constant within groups, to describe groups by; `spec.by` when left out. */
  readonly describedBy?: readonly string[];
  /** Leaves out groups that have no row of this arm. */
  readonly onlyArm?: "treated";
  readonly ols?: Readonly<Partial<Record<"complete" | "additive" | "saturated", OlsComparison>>>;
  /** Words for parameters by brms's name; the rest keep their names. */
  readonly words?: Readonly<Record<string, string>>;
  /** Parameters to draw as densities, and whether to draw every group's effect so. */
  readonly curves: {
    readonly parameters: readonly string[];
    readonly effects: boolean;
    /** Leaves out parameters that the formula does not make, where readers write it. */
    readonly ifThere?: boolean;
  };
  readonly sampler?: Partial<SamplerOptions>;
  /** Which of the study's cells it is fitted to, so that a page can refit it; rows when left out. */
  readonly live?: {
    readonly cells: string;
    readonly groups: LiveGroups;
    /** The coefficient that the page makes its headline of, in words; the average effect when left out. */
    readonly headline?: {readonly variable: string; readonly words: string};
  };
  /** Why a fit that misses a limit is published all the same; shown on the page. */
  readonly signedOff?: string;
}

/** A table in words. */
export interface TableWords {
  /** What a row is: "one row for every cell". */
  readonly each: string;
  /** What each column holds, by its name. */
  readonly columns: Readonly<Partial<Record<string, string>>>;
  /** For columns `<name>.median`, `<name>.lower95` and so on, by `<name>`: what is estimated, and how. */
  readonly estimates?: Readonly<
    Partial<Record<string, {readonly of: string; readonly by: "posterior" | "least squares"}>>
  >;
}

/** A fitted model of a study. */
export interface FittedModel {
  readonly model: StudyModel;
  readonly fit: Fit;
  /** What it was fitted to: rows, or cells with their means. */
  readonly columns: Columns;
  /** The spec and the sums, of a model that a page can refit. */
  readonly summed: {readonly spec: ModelSpec; readonly data: SummedRows} | null;
  /** A hash of everything that decides the fit (keep/fit-key.ts). */
  readonly key: string;
  readonly remember: Remember;
}

/** What a claim is worth on the corrected model. */
export type Verdict = "survives" | "weakened" | "does not survive";

/** What a claim's test may look at. */
export interface ClaimEvidence {
  readonly fits: ReadonlyMap<string, Fit>;
  readonly columns: Columns;
}

/** A published claim and how to try it on the fits. */
export interface ClaimTest {
  readonly claim: string;
  /** Where it was made. */
  readonly where: string;
  /** What it is about; a page shows the claims of one topic together. */
  readonly topic: string;
  readonly test: (evidence: ClaimEvidence) => {
    readonly verdict: Verdict;
    readonly published: string;
    readonly corrected: string;
  };
}

/** A study: data, recodes, words, models, and what was claimed. */
export interface StudyDefinition {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  /** File name of the rows after recoding, as `poolhouse data --prepared` writes them. */
  readonly preparedFile: string;
  readonly recodes: readonly Recode[];
  readonly outcome: {
    readonly label: string;
    /** Words for an effect's unit. */
    readonly unit: string;
    /** Multiply an effect by this to reach the unit. */
    readonly factor: number;
    readonly digits: number;
  };
  readonly modifiers: Readonly<Record<string, ModifierWords>>;
  /** A group in words, from the labels of its levels by modifier. */
  readonly describe: (levels: Readonly<Partial<Record<string, string>>>) => string;
  /** The treatment in words, for sentences that begin with it. */
  readonly treatment?: string;
  /** What a row is, one and many; a respondent when left out. */
  readonly row?: readonly [one: string, many: string];
  /** First words of labels that are names, which keep their capitals inside sentences. */
  readonly names?: readonly string[];
  /** What readers are to be warned of, at the top of the page and among the checks of every model. */
  readonly cautions?: readonly Advice[];
  /** What rows are simulated from where the file is not to be had, unless stand-in-plans.ts says it. */
  readonly standIn?: StandInPlan;
  /** By name, columns whose combinations make cells that models are fitted to in place of rows. */
  readonly cells?: Readonly<Record<string, readonly string[]>>;
  readonly models: readonly StudyModel[];
  /**
   * Models that answer one question, question by question: the map of choices takes the model for one of
   * the choices. They are of one treatment and the same groups, and a page can refit them. Each such model
   * is a question of its own when left out.
   */
  readonly sameQuestion?: readonly (readonly string[])[];
  readonly claims: readonly ClaimTest[];
  /** Further tables for the pages, by file name. */
  readonly tables?: (
    columns: Columns,
    fits: ReadonlyMap<string, Fit>
  ) => Readonly<Record<string, Columns>>;
  /** Those tables in words. */
  readonly tableWords?: Readonly<Partial<Record<string, TableWords>>>;
}
