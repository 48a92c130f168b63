// Least squares to set beside the models of Tomz and Weeks's experiment, and the terms that they share.

/** What a respondent brings along. */
export const people = "white + male + hawk + intl + pid7 + age + ed4";

/** What a scenario says. */
export const conditions = "regime + stakes + costs + region_txt";

/** For models of scenarios. */
export const scenarioOls = {
  saturated: {
    formula: `force ~ alliance * (regime * stakes * costs * region_txt) + ${people}`,
    errors: "classical" as const
  },
  additive: {formula: `force ~ alliance * (${conditions}) + ${people}`},
  complete: {formula: `force ~ alliance + ${conditions} + ${people}`}
};

/** For models of respondents. */
export const respondentOls = {
  saturated: {formula: `force ~ alliance * (white * male * intl * hawk) + ${conditions}`},
  additive: {formula: `force ~ alliance * (white + male + intl + hawk) + ${conditions}`},
  complete: {formula: `force ~ alliance + white + male + intl + hawk + ${conditions}`}
};
