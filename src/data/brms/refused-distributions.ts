// Families and priors that brms has and our engine refuses, with the sentence.
import {exampleFormula} from "./pair.js";
import {elsewhere, type Refusal} from "./refusal.js";

function family(what: string, brms: string, name: string, instead = elsewhere): Refusal {
  const sentence = `unsupported family: ${name}; there are gaussian, bernoulli`;
  return {
    what,
    brms: `family = ${brms}`,
    spec: {formula: "y ~ t", family: name},
    sentence,
    instead
  };
}

function priorFamily(what: string, brms: string, text: string, instead: string): Refusal {
  const name = /: (\w+)/u.exec(text)?.[1] ?? "";
  return {
    what,
    brms,
    spec: {formula: exampleFormula, priors: [text]},
    sentence: `unknown prior distribution: ${name} in "${text}"; there are normal, student_t, cauchy, logistic, double_exponential, exponential, gamma, inv_gamma, inv_gamma_variance, lognormal, flat, lkj`,
    instead
  };
}

/** Requests for families and priors. */
export const refusedDistributions: readonly Refusal[] = [
  family("A heavy-tailed outcome", "student()", "student"),
  family(
    "An ordered outcome",
    "cumulative()",
    "cumulative",
    "Its numbers may be taken as a normal outcome; say so where you report them."
  ),
  family("Counts", "poisson()", "poisson"),
  {
    what: "Another link",
    brms: 'family = bernoulli("probit")',
    spec: {formula: "d ~ t", family: "bernoulli(probit)"},
    sentence: "unsupported family: bernoulli(probit); there are gaussian, bernoulli",
    instead: "`--family bernoulli` is logit."
  },
  priorFamily(
    "A shrinking prior for many coefficients",
    'prior(horseshoe(1), class = "b")',
    "b: horseshoe(1)",
    "None does the same. `cauchy` and `student_t` of few degrees leave large coefficients nearly alone; `double_exponential` draws large ones to zero as well."
  ),
  priorFamily(
    "A bounded prior",
    'prior(uniform(0, 1), class = "b")',
    "b: uniform(0, 1)",
    "Standard deviations are bounded at zero, and nothing else is."
  ),
  priorFamily(
    "A coefficient held fixed",
    'prior(constant(1), class = "b", coef = "t")',
    "b[t]: constant(1)",
    "Subtract its part from a normal outcome beforehand."
  )
];
