// The models that are calibrated: small, each of another shape, with proper and moderate priors.
import type {Columns} from "../../src/engine/types.js";
import type {Generative} from "./generative.js";
import {exponential, half, normal, studentT} from "./prior.js";

/**
 * `n` rows with a treatment `t`, a control `x`, five groups `g` of unlike sizes, the last of which
 * nobody treated is in, and three and two groups `h` and `w` crossed with them.
 */
function experiment(n: number): Columns {
  const rows = Array.from({length: n}, (_, i) => i);
  const g = rows.map((i) => `g${[0, 1, 2, 3, 0, 1, 2, 4, 0, 1][i % 10]}`);
  return {
    g,
    h: rows.map((i) => `h${Math.floor(i / 3) % 3}`),
    w: rows.map((i) => `w${Math.floor(i / 5) % 2}`),
    t: Float64Array.from(rows, (i) => (g[i] === "g4" ? 0 : Math.floor((i * 7) / 10) % 2)),
    // A walk by the golden ratio: spread evenly over ± 1, and not balanced over anything.
    x: Float64Array.from(rows, (i) => 2 * ((i * 0.618034) % 1) - 1)
  };
}

/** `n` rows as above in `many` villages `v`, crossed with the groups `h`. */
function villages(n: number, many: number): Columns {
  return {...experiment(n), v: Array.from({length: n}, (_, i) => `v${(i * 7) % many}`)};
}

const gaussianPriors = {
  intercept: normal(1, 1),
  b: normal(0.5, 1),
  sd: half(normal(0, 1)),
  cor: 1,
  sigma: exponential(1)
};

const correlated = (...groups: readonly string[]) =>
  groups.map((group) => ({group, coefficients: ["Intercept", "t"], correlated: true}));

/** A meta-analysis: eight studies, each one row with its standard error. */
export const knownErrors: Generative = {
  id: "known-errors",
  family: "gaussian",
  errors: "se",
  population: [],
  terms: [{group: "g", coefficients: ["Intercept"], correlated: true}],
  priors: {...gaussianPriors, intercept: normal(0, 1), sd: half(studentT(3, 0, 1))},
  columns: {
    g: Array.from({length: 8}, (_, i) => `s${i}`),
    se: Float64Array.from([0.3, 0.5, 0.8, 0.4, 1.2, 0.6, 2, 0.9])
  }
};

/** Gaussian models: for exact draws and for NUTS. */
export const gaussianCases: readonly Generative[] = [
  {
    id: "one-slope",
    family: "gaussian",
    population: ["t", "x"],
    terms: [{group: "g", coefficients: ["t"], correlated: true}],
    priors: {...gaussianPriors, sd: exponential(1), sigma: half(studentT(4, 0, 1))},
    treatment: "t",
    by: ["g"],
    columns: experiment(30)
  },
  {
    id: "one-correlated",
    family: "gaussian",
    population: ["t"],
    terms: correlated("g"),
    priors: gaussianPriors,
    treatment: "t",
    by: ["g"],
    columns: experiment(40)
  },
  {
    id: "one-three",
    family: "gaussian",
    population: ["t"],
    terms: [{group: "g", coefficients: ["Intercept", "t", "x"], correlated: true}],
    priors: {...gaussianPriors, cor: 2, sd: half(studentT(3, 0, 0.5))},
    treatment: "t",
    by: ["g"],
    columns: experiment(40)
  },
  {
    id: "one-uncorrelated",
    family: "gaussian",
    population: ["t"],
    terms: [{group: "g", coefficients: ["Intercept", "t"], correlated: false}],
    priors: {...gaussianPriors, b: studentT(4, 0, 0.5)},
    treatment: "t",
    by: ["g"],
    columns: experiment(40)
  },
  {
    // Of two levels the data say little: here the prior of an sd is felt most.
    id: "two-levels",
    family: "gaussian",
    population: ["t"],
    terms: correlated("w"),
    priors: gaussianPriors,
    treatment: "t",
    by: ["w"],
    columns: experiment(20)
  },
  {
    id: "crossed",
    family: "gaussian",
    population: ["t", "x"],
    terms: [...correlated("g", "w"), {group: "h", coefficients: ["Intercept"], correlated: true}],
    priors: {...gaussianPriors, cor: 2},
    treatment: "t",
    by: ["g", "w"],
    columns: experiment(40)
  },
  {
    id: "crossed-pair",
    family: "gaussian",
    population: ["t"],
    terms: correlated("h", "w"),
    priors: gaussianPriors,
    treatment: "t",
    by: ["h", "w"],
    columns: experiment(30)
  },
  {
    id: "crossed-uncorrelated",
    family: "gaussian",
    population: ["t"],
    terms: correlated("g", "h").map((term) => ({...term, correlated: false})),
    priors: gaussianPriors,
    treatment: "t",
    by: ["g", "h"],
    columns: experiment(40)
  },
  {
    // More villages than the engine eliminates with the rest: they lead, level by level.
    id: "many-crossed",
    family: "gaussian",
    population: ["t"],
    terms: [{group: "v", coefficients: ["Intercept"], correlated: true}, ...correlated("h")],
    priors: gaussianPriors,
    treatment: "t",
    by: ["h"],
    columns: villages(360, 120)
  },
  knownErrors
];

/** 0/1 outcomes, for NUTS alone. */
export const bernoulliCases: readonly Generative[] = [
  {
    id: "logit",
    family: "bernoulli",
    population: ["t"],
    terms: correlated("g"),
    priors: {...gaussianPriors, intercept: normal(0.5, 1)},
    treatment: "t",
    by: ["g"],
    columns: experiment(40)
  }
];
