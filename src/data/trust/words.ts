// What the models of bench/ are called on the page.
import {error} from "../../engine/error.js";

const words: Readonly<Partial<Record<string, string>>> = {
  // bench/stan/models.json
  "eight-schools": "Eight schools, a meta-analysis",
  "bp-lambda": "Bush & Prather, one grouping of voters",
  "bp-sidetaking": "Bush & Prather, one grouping by eight traits",
  "tw-lambda": "Tomz & Weeks, one grouping of respondents",
  "bp-additive": "Bush & Prather, four crossed traits of voters",
  "tw-respondent": "Tomz & Weeks, 15 crossed terms of respondents",
  "tw-scenario": "Tomz & Weeks, 15 crossed terms of scenarios",
  "tw-logit": "Tomz & Weeks, log-odds by kind of respondent",
  // tests/calibration/cases.ts
  "one-slope": "One grouping, slopes",
  "one-correlated": "One grouping, correlated intercepts and slopes",
  "one-three": "One grouping, three correlated coefficients",
  "one-uncorrelated": "One grouping, uncorrelated intercepts and slopes",
  "two-levels": "A grouping of two levels",
  "known-errors": "Known standard errors",
  crossed: "Three crossed groupings",
  "crossed-pair": "Two crossed groupings, correlated",
  "crossed-uncorrelated": "Two crossed groupings, uncorrelated",
  logit: "Log-odds of a 0/1 outcome",
  // bench/fit-cost.ts and bench/first-posterior.ts
  "y ~ t + x1 + x2 + (0 + t | g)": "Slopes vary over groups",
  "y ~ t + x1 + x2 + (1 + t | g)": "Intercepts and slopes vary, correlated",
  "y ~ t * g + x1 + x2": "OLS with an effect of its own for every group",
  "y ~ t + x1 + x2": "OLS with one effect for all",
  // Methods
  exact: "exact draws",
  nuts: "NUTS"
};

/** The words for a model or method. Raises an InputError when it has none. */
export function wordsFor(id: string): string {
  return words[id] ?? error(`missing words: ${id}; say in src/data/trust/words.ts what it is`);
}
