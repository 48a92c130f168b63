// What a row of a study is, for sentences that count rows.

/** One and many: "child" and "children". */
export type RowWords = readonly [one: string, many: string];

/** Where a study does not say. */
export const respondents: RowWords = ["respondent", "respondents"];
