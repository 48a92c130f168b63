// What `tables.json` holds: the tables of a report in words, types only.

/** `tables.json` holds one for each table: its rows and columns in words. */
export interface TableCard {
  readonly name: string;
  readonly rows: number;
  /** What a row is: "one row for every cell". */
  readonly each: string;
  /** Columns that differ only in their group stand here once, with their number. */
  readonly columns: readonly {name: string; kind: string; meaning: string; count: number}[];
}
