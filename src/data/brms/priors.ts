// Priors that brms and our engine read alike.
import {exampleFormula, type Pair} from "./pair.js";

function prior(what: string, brms: string, text: string, note?: string): Pair {
  return {
    what,
    brms: {formula: exampleFormula, prior: brms},
    spec: {formula: exampleFormula, priors: [text]},
    ...(note !== undefined && {note})
  };
}

/** Statements of priors on the parameters of the example's model. */
export const priorPairs: readonly Pair[] = [
  prior("On all coefficients", 'prior(normal(0, 1), class = "b")', "b: normal(0, 1)"),
  prior("On one of them", 'prior(normal(0, 1), class = "b", coef = "t")', "b[t]: normal(0, 1)"),
  prior(
    "On the intercept",
    'prior(normal(6, 2), class = "Intercept")',
    "Intercept: normal(6, 2)",
    "Of the centred intercept, as in brms."
  ),
  prior(
    "On every standard deviation",
    'prior(normal(0, 1), class = "sd")',
    "sd: normal(0, 1)",
    "A symmetric distribution on a positive parameter is its upper half."
  ),
  prior(
    "On those of one factor",
    'prior(exponential(1), class = "sd", group = "school")',
    "sd[school]: exponential(1)",
    "The argument is a rate, as in Stan."
  ),
  prior(
    "On the one of a slope",
    'prior(normal(0, 0.5), class = "sd", coef = "t", group = "school")',
    "sd[t|school]: normal(0, 0.5)"
  ),
  prior("On correlations", 'prior(lkj(2), class = "cor")', "cor: lkj(2)"),
  prior(
    "On the residual scale",
    'prior(student_t(3, 0, 2), class = "sigma")',
    "sigma: student_t(3, 0, 2)",
    "Degrees of freedom, location, scale."
  ),
  {
    what: "On an equation’s coefficients and spread",
    brms: {
      formula:
        "bf(y ~ lambda * t + controls, lambda ~ region + (1 | school), controls ~ x, nl = TRUE)",
      prior:
        'c(prior(normal(0, 1), class = "b", nlpar = "lambda"),\n  prior(normal(0, 1), class = "sd", nlpar = "lambda"),\n  prior(normal(6, 3), class = "b", nlpar = "controls"))'
    },
    spec: {
      formula: "y ~ lambda * t + controls",
      equations: ["lambda ~ region + (1 | school)", "controls ~ x"],
      priors: ["b_lambda: normal(0, 1)", "sd_lambda: normal(0, 1)", "b_controls: normal(6, 3)"]
    },
    note: "The equation’s name follows the class, as in the names of the draws. brms demands priors on such coefficients; here the data alone may determine them."
  }
];
