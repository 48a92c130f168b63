// Formulas and families that brms and our engine read alike.
import type {Pair} from "./pair.js";

/** A pair whose formula is the same text in both. */
function same(what: string, formula: string, note?: string): Pair {
  return {what, brms: {formula}, spec: {formula}, ...(note !== undefined && {note})};
}

/** What a formula says of everybody. */
export const populationPairs: readonly Pair[] = [
  same(
    "Main effects",
    "y ~ t + x",
    "The intercept stands at the means of the other columns while it is sampled, and `b_Intercept` is told at zero of them, as in brms."
  ),
  same("An interaction", "y ~ t * x"),
  same("All products of two", "y ~ (t + x)^2"),
  same("A power", "y ~ t + I(x^2)", "Within `I()` there is arithmetic: `+ - * / ^`."),
  same(
    "A number as kinds",
    "y ~ t + factor(n)",
    "Contrasts with the first level, as in R. Numbers are sorted by size and texts by character code, capitals first; R sorts texts by the rules of its locale."
  ),
  same("Without a constant", "y ~ 0 + year + t"),
  same("A constant that is not centred", "y ~ 0 + Intercept + t")
];

/** What varies between groups. */
export const groupPairs: readonly Pair[] = [
  same("An intercept that varies", "y ~ t + (1 | school)"),
  same(
    "Intercept and slope, with their correlation",
    "y ~ t + (1 + t | school)",
    "`(t | school)` says the same."
  ),
  same("The same without the correlation", "y ~ t + (1 + t || school)"),
  same("A slope alone", "y ~ t + (0 + t | school)"),
  same("Crossed factors", "y ~ t + (1 | school) + (1 | year)"),
  same(
    "Nested factors",
    "y ~ t + (1 | region/school)",
    "Adds `(1 | region)` and `(1 | region:school)`."
  ),
  same("Combinations of two", "y ~ t + (1 + t | school:year)"),
  same(
    "Every factor and every crossing",
    "y ~ t + (1 + t | region * year)",
    "The bar’s right side is expanded as a formula is: a term for each factor and one for the crossing. Four factors make fifteen terms."
  ),
  {
    what: "The effect has an equation",
    brms: {
      formula:
        "bf(y ~ lambda * t + controls,\n   lambda ~ region + (1 | school),\n   controls ~ x,\n   nl = TRUE)"
    },
    spec: {
      formula: "y ~ lambda * t + controls",
      equations: ["lambda ~ region + (1 | school)", "controls ~ x"]
    },
    note: "The formula must be linear in the named parts. It is multiplied out, so that it costs what the plain form costs."
  }
];

/** What is known of the rows, and the outcome's distribution. */
export const outcomePairs: readonly Pair[] = [
  same(
    "Known standard errors",
    "y | se(se) ~ 1 + (1 | school)",
    "`se(s, sigma = FALSE)`, brms’s default, says the same; there is no `sigma`."
  ),
  same("Weights", "y | weights(w) ~ t + (1 | school)", "Each multiplies its row’s log likelihood."),
  same("Both", "y | se(se) + weights(w) ~ t + (1 | school)"),
  {
    what: "A normal outcome",
    brms: {formula: "y ~ t + (1 | school)", family: "gaussian()"},
    spec: {formula: "y ~ t + (1 | school)", family: "gaussian"},
    note: "The default of both."
  },
  {
    what: "An outcome of zeros and ones",
    brms: {formula: "d ~ t + (1 | school)", family: "bernoulli()"},
    spec: {formula: "d ~ t + (1 | school)", family: "bernoulli"},
    note: "The link is logit, and there is no other."
  }
];
