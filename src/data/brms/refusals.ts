// What brms fits and our engine refuses, with the sentence it is refused with.
import {elsewhere, unknownFunction, type Refusal} from "./refusal.js";
import {refusedDistributions} from "./refused-distributions.js";

/** Requests on the outcome's side of a formula. */
const outcome: readonly Refusal[] = [
  {
    what: "A residual scale with predictors",
    brms: "bf(y ~ t, sigma ~ t)",
    spec: {formula: "y ~ t", equations: ["sigma ~ t"]},
    sentence:
      'unsupported equation: "sigma ~ …"; the residual scale is one number in this version, so leave it out',
    instead: elsewhere
  },
  {
    what: "Aggregated binomial counts",
    brms: "k | trials(n) ~ t",
    spec: {formula: "k | trials(n) ~ t"},
    sentence: 'unsupported addition to the outcome: "trials(n)"; use se(column) or weights(column)',
    instead:
      "Write each row as two, an outcome of one with weight k and one of zero with weight n − k, and fit `d | weights(w) ~ t` with `--family bernoulli`: the likelihood is the same but for a constant."
  },
  {
    what: "A residual scale beside known errors",
    brms: "y | se(se, sigma = TRUE) ~ t",
    spec: {formula: "y | se(se, sigma = TRUE) ~ t"},
    sentence:
      'unsupported se(): "y | se(se, sigma = TRUE)"; a residual scale beside known standard errors is a group term with one level per row, such as (1 | row)',
    instead: "Add a column that numbers the rows, and `(1 | row)`: the same model."
  },
  {
    what: "Censored outcomes",
    brms: "y | cens(d) ~ t",
    spec: {formula: "y | cens(d) ~ t"},
    sentence: 'unsupported addition to the outcome: "cens(d)"; use se(column) or weights(column)',
    instead: elsewhere
  },
  {
    what: "A transformed outcome",
    brms: "log(y) ~ t",
    spec: {formula: "log(y) ~ t"},
    sentence:
      'unsupported outcome: "log(y)"; name one column left of "~" and transform it beforehand',
    instead: "Add the column to the file."
  },
  {
    what: "Several outcomes at once",
    brms: "mvbind(y, x) ~ t",
    spec: {formula: "mvbind(y, x) ~ t"},
    sentence:
      'invalid formula: expected ")", found "," at position 9; see the mark in "mvbind(y▸, x) ~ t"',
    instead: "Fit them one by one; a study of this site may declare several."
  }
];

/** Requests on the other side. */
const predictors: readonly Refusal[] = [
  unknownFunction(
    "A smooth",
    "y ~ t + s(x)",
    "s",
    "Cut `x` into ranges and let the intercept vary by them, or use `I(x^2)`."
  ),
  unknownFunction(
    "A transformed predictor",
    "y ~ t + log(x)",
    "log",
    "Add the column to the file."
  ),
  unknownFunction(
    "A predictor of one standard deviation",
    "y ~ t + scale(x)",
    "scale",
    "`scale2(x)` divides by two."
  ),
  unknownFunction(
    "A monotonic effect",
    "y ~ t + mo(n)",
    "mo",
    "`factor(n)`, or a line through its steps."
  ),
  unknownFunction(
    "An offset",
    "y ~ t + offset(x)",
    "offset",
    "Subtract it from a normal outcome beforehand."
  ),
  {
    what: "Correlations shared by terms",
    brms: "y ~ t + (1 |p| school)",
    spec: {formula: "y ~ t + (1 |p| school)"},
    sentence: "invalid group term: a bar inside a bar; write (terms | factors)",
    instead: "Write one term for all that is to be correlated."
  },
  {
    what: "Groups with covariances of their own",
    brms: "y ~ t + (1 | gr(school, by = region))",
    spec: {formula: "y ~ t + (1 | gr(school, by = region))"},
    sentence:
      'invalid formula: unexpected "=" at position 28; see the mark in "y ~ t + (1 | gr(school, by ▸= region))"',
    instead: elsewhere
  },
  {
    what: "A predictor that is not linear in its parts",
    brms: "bf(y ~ b * exp(k * x), b + k ~ 1, nl = TRUE)",
    spec: {formula: "y ~ b * exp(k * x)", equations: ["b ~ 1", "k ~ 1"]},
    sentence:
      'unsupported formula: "b*exp(k*x)" is not linear in b, k; each may be multiplied by columns only, and everything else belongs in an equation',
    instead: elsewhere
  },
  {
    what: "Coefficients that nothing determines",
    brms: "y ~ x + I(2 * x)",
    spec: {formula: "y ~ x + I(2 * x)"},
    sentence:
      "invalid posterior: b_I2MUx is not determined, its column is constant or collinear with others and its prior flat; drop the term or give class b a proper prior such as normal(0, 1)",
    instead: "Drop one; brms samples such a model all the same."
  }
];

/** All of them, in the order of the page. */
export const refusals: readonly Refusal[] = [...outcome, ...predictors, ...refusedDistributions];
