// What to do about a column that cannot play its role: by flags of the program, or in the page.

/** Ends of sentences, each after "; ". */
export interface Remedies {
  /** Answers in words of an outcome whose order nothing tells. */
  readonly order: (column: string) => string;
  /** A treatment of more than two values; `usual` are two of them, the control first. */
  readonly arms: (usual: readonly string[]) => string;
}

/** Of `poolhouse new`. */
export const programRemedies: Remedies = {
  order: (column) =>
    `name a column of numbers, or say the order with --order "${column}=lowest; …; highest"`,
  arms: (usual) =>
    `name two of them with --arms, the control first, as in --arms "${usual.join(",")}"`
};

/** Of the page on a reader's own file. */
export const pageRemedies: Remedies = {
  order: () =>
    "make another column the outcome in the table, or put numbers before the answers in the file, as in “1 lowest”, “2 middle”, “3 highest”, and choose it again",
  arms: () => "choose two of them below the table"
};
