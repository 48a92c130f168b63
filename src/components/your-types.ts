// What the page for a reader's own file is told and asks, types only: page and workshop meet here.

/** A column of the file, profiled. */
export interface YourColumn {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly isText: boolean;
  readonly rows: number;
  readonly missing: number;
  /** How many different values it has: "31", "2000 or more". */
  readonly many: string;
  readonly levels: readonly (readonly [value: number | string, label: string, rows: number])[];
  /** The two of more values that are compared where it is the treatment, the control first; none of two. */
  readonly arms: readonly string[];
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** What is known of a file once it is read. */
export interface OpenedFile {
  readonly file: string;
  /** The name of the study that it makes, for files and addresses. */
  readonly id: string;
  readonly bytes: number;
  readonly rows: number;
  readonly columns: readonly YourColumn[];
  /** What was guessed or mended on the way in. */
  readonly notes: readonly string[];
  /** Values, as texts, that look like codes for no answer, by column. */
  readonly codes: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Why columns suit a role, by role and column. */
  readonly reasons: Readonly<Record<Role, Readonly<Partial<Record<string, string>>>>>;
  /** Why a column cannot tell groups apart. */
  readonly refused: Readonly<Partial<Record<string, string>>>;
  /** What is suggested. */
  readonly choice: YourChoice;
  /** Words that say so when rows are generated; empty when they are the reader's. */
  readonly generated: string;
}

/** What a column may be taken for. */
export type Role = "treatment" | "outcome" | "modifier" | "control" | "cluster";

/** What a reader sets; plain data, kept over a reload. */
export interface YourChoice {
  readonly title: string;
  /** What a row is: "voter", or "child/children"; a respondent where it is empty. */
  readonly row: string;
  readonly treatment: string;
  /** Two values of the treatment as texts, the control first; none where it has just two. */
  readonly arms: readonly string[];
  readonly outcomes: readonly string[];
  /** Whether the reader set an outcome: one that is only proposed gives way to theirs. */
  readonly hasOwnOutcome: boolean;
  readonly modifiers: readonly string[];
  readonly controls: readonly string[];
  /** Units whose rows are alike, such as villages. */
  readonly clusters: readonly string[];
  /** Into how many ranges a modifier of numbers is cut, where that was set. */
  readonly ranges: Readonly<Partial<Record<string, number>>>;
  /** Values of a modifier, as texts, that make one level. */
  readonly merged: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Values by column, as texts: only rows with one of them are used; all where there are none. */
  readonly where: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Values by column, as texts, that stand for no answer. */
  readonly noAnswer: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Formulas that were changed, by outcome. */
  readonly formulas: Readonly<Partial<Record<string, string>>>;
}
