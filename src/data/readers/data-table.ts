// What every reader of data files gives: columns, the file's own words for them, and what was mended.
import type {Columns} from "../../engine/index.js";

/** What a file says of a column beside its values. */
export interface ColumnWords {
  /** The file's label of the column; empty where it has none. */
  readonly label: string;
  /** Values with labels of their own, in the file's order. */
  readonly levels: readonly (readonly [value: number | string, label: string])[];
}

/** A data file, read. */
export interface DataTable {
  readonly columns: Columns;
  readonly words: Readonly<Partial<Record<string, ColumnWords>>>;
  /** A sentence for everything that was guessed or mended on the way in. */
  readonly notes: readonly string[];
}

/** How to read what is not as it should be. */
export interface ReadOptions {
  /** Whether rows of another length than the header are refused, or left out with a note. */
  readonly ragged?: "refuse" | "leave out" | undefined;
  /** Told the share of a csv file that is read, from time to time. */
  readonly progress?: ((share: number) => void) | undefined;
}
