// A study as its author declares it: columns in words, and the few choices that are theirs.
import type {Reference} from "../sources.js";

/** A value in the file, what it is called on pages, and how many rows of the file have it. */
export type Level = readonly [value: number | string, label: string, rows: number];

/** A column of the file in words; its rows by level, so that other data cannot pass for it. */
export interface DeclaredColumn {
  /** The column's name in the file, where it is not the name it is declared under. */
  readonly from?: string;
  readonly label: string;
  /** In the order to show them; values of one label make one level. */
  readonly levels?: readonly Level[];
  /** In place of levels, ranges of numbers: each level's value is the largest number in it. */
  readonly bins?: readonly Level[];
  /** Of a column of numbers without levels: their mean and standard deviation in the file. */
  readonly mean?: number;
  readonly sd?: number;
  /** Says that levels are steps of one scale, a line in the model, and not kinds. */
  readonly steps?: boolean;
  /** Makes rows without a value a level of this name; they are left out otherwise. */
  readonly missing?: string;
  /** Says that labels are names, which keep their capitals inside sentences. */
  readonly names?: boolean;
}

/** Rows that belong together: villages, schools, persons who were asked again. */
export interface DeclaredCluster {
  /** The column's name in the file, where it is not the name it is declared under. */
  readonly from?: string;
  readonly label: string;
  /** How many there are in the file, and the rows of the smallest and of the largest. */
  readonly count: number;
  readonly rows: readonly [smallest: number, largest: number];
}

/** Where the file comes from; what is left out is unknown, and said to be. */
export interface DeclaredSource {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Says that rows of another length than the header are left out, not refused. */
  readonly ragged?: "leave out";
  readonly urls?: readonly string[];
  readonly doi?: string;
  readonly licence?: string;
  readonly citation?: string;
  readonly reference?: Reference;
}

/** One study, as plain data: what `defineStudy` takes and `poolhouse new` writes. */
export interface Declaration {
  /** The name of its files and its page's address. */
  readonly id: string;
  readonly title: string;
  /** What a row of the file is; a respondent when left out. */
  readonly row?: readonly [one: string, many: string];
  readonly source: DeclaredSource;
  /** Rows of the file, of those that `where` keeps. */
  readonly rows: number;
  /** Values by the file's columns that stand for no answer, such as 98: they are missing in all that follows. */
  readonly noAnswer?: Readonly<Record<string, readonly (number | string)[]>>;
  /** Values by the file's columns: rows with one of them in each are used, and all where it is left out. */
  readonly where?: Readonly<Record<string, readonly (number | string)[]>>;
  /** Words for the columns of `where`: a label, and the few values that are left out where many are kept. */
  readonly whereWords?: Readonly<
    Partial<
      Record<string, {readonly label?: string; readonly without?: readonly (number | string)[]}>
    >
  >;
  readonly treatment: {
    readonly column: string;
    readonly from?: string;
    readonly label: string;
    readonly control: Level;
    readonly treated: Level;
  };
  /** Says that labels keep their capitals inside sentences, as German nouns do. */
  readonly capitals?: true;
  /** Each gets a model of its own on the same rows. */
  readonly outcomes: Readonly<Record<string, DeclaredColumn>>;
  /** Effects are multiplied by `factor` to reach the unit, and shown with so many digits. */
  readonly scale: {readonly unit: string; readonly factor: number; readonly digits: number};
  /** What the effect may differ by; their combinations are the groups. */
  readonly modifiers: Readonly<Record<string, DeclaredColumn>>;
  /** What only the baseline may differ by. */
  readonly controls?: Readonly<Record<string, DeclaredColumn>>;
  /**
   * Whose baselines vary, each with an intercept of its own; effects do not vary between them. By the first, rows err
   * together in the least squares set beside the model: what was assigned as a whole, if anything was.
   */
  readonly clusters?: Readonly<Record<string, DeclaredCluster>>;
  /** Units that seem to have been assigned as wholes, and are no clusters: the report warns of it. */
  readonly unclustered?: Readonly<Record<string, DeclaredCluster>>;
  /**
   * On coefficients of the outcome's scale; numbers without levels count in two SDs. "shift: normal(0, 0.25)" is on
   * every coefficient by which a modifier shifts the effect in the usual formula.
   */
  readonly priors: readonly string[];
  /** By outcome, formulas in place of the usual ones, in the declared names and the groups' column. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** Equal seeds give equal draws; the study's id when left out. */
  readonly seed?: string;
}
