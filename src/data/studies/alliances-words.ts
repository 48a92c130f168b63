// Words for the parameters of Tomz and Weeks's models.

const words: Readonly<Record<string, string>> = {
  alliance: "Alliance",
  regime: "Democracy",
  stakes: "High stakes",
  costs: "Low costs",
  region_txtAsia: "Asia, not Africa",
  region_txtEasternEurope: "Eastern Europe, not Africa",
  region_txtSouthAmerica: "South America, not Africa",
  white: "White",
  male: "Man",
  intl: "Internationalism, per step",
  hawk: "Assertiveness, per step",
  dem: "Democrat",
  rep: "Republican",
  age: "Age, per ten years",
  ed4: "Education, per step",
  pid7: "Party identification, per step",
  Intercept: "All indicators at 0"
};

function named(prefix: string, suffix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([name, text]) => [`${prefix}${name}`, `${text}${suffix}`])
  );
}

/** Parameters of all models in words. */
export const parameterWords = {
  ...named("b_", ": baseline"),
  b_alliance: "Alliance, all indicators at 0",
  ...named("b_alliance:"),
  ...named("b_lambda_"),
  ...named("b_controls_", ": baseline"),
  sigma: "Residual standard deviation"
};
