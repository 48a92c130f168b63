// Posteriors by brms and Stan (tests/fixtures/stan), the data they were run on, and how far from them
// other draws may be.
import {readFileSync} from "node:fs";
import {variableView} from "../../src/engine/draws/draws.js";
import type {Fit} from "../../src/engine/fit.js";
import type {ModelSpec} from "../../src/engine/model/model.js";
import {essMean} from "../../src/engine/diagnostics/ess.js";
import type {Columns, Draws} from "../../src/engine/types.js";
import {preparedInR} from "../data/studies/real-data.js";

interface BrmsPrior {
  prior: string;
  class: string;
  coef?: string;
  group?: string;
  nlpar?: string;
  source: "user" | "default";
}

export interface Reference {
  readonly id: string;
  readonly software: string;
  readonly n: number;
  /** Draws over all chains. */
  readonly draws: number;
  readonly spec: ModelSpec;
  /** The defaults that brms chose, in our language. */
  readonly defaults: readonly string[];
  readonly parameters: readonly {
    variable: string;
    mean: number;
    sd: number;
    mcse: number;
    ess: number;
  }[];
}

/** Below this, a reference says too little of a parameter to hold draws against it. */
export const LEAST_ESS = 400;

/** Means that differ by more of their combined errors than this disagree. */
export const MOST_Z = 4;

/** The rows of the two experiments as R prepared them; null where they are not at hand. */
export const prepared = {
  bp: preparedInR("prepared-bush-prather.csv"),
  tw: preparedInR("prepared-tomz-weeks.csv")
};

export function readReference(id: string): Reference {
  const url = new URL(`../fixtures/stan/${id}.json`, import.meta.url);
  const {software, n, family, formula, priors, parameters, chains, draws} = JSON.parse(
    readFileSync(url, "utf8")
  ) as {
    software: string;
    n: number;
    chains: number;
    draws: number;
    family: string;
    formula: string[];
    priors: BrmsPrior[];
    parameters: [string, number, number, number, number][];
  };
  const [first, ...equations] = formula.map((text) => text.replaceAll(/\s+/g, " "));
  const texts = (source: string) => priors.filter((p) => p.source === source).map(priorText);
  return {
    id,
    software,
    n,
    draws: chains * draws,
    spec: {family, formula: first, equations, priors: texts("user")},
    defaults: texts("default"),
    parameters: parameters.map(([variable, mean, sd, mcse, ess]) => ({
      variable,
      mean,
      sd,
      mcse,
      ess
    }))
  };
}

function priorText({prior, class: kind, coef, group, nlpar}: BrmsPrior): string {
  const name = `${kind === "L" ? "cor" : kind}${nlpar === undefined ? "" : `_${nlpar}`}`;
  const target = coef ?? group;
  const distribution = prior.replace("lkj_corr_cholesky", "lkj");
  return `${name}${target === undefined ? "" : `[${target}]`}: ${distribution}`;
}

const products = [
  "treat_germrus",
  "w2_vote_hill",
  "invest_cond",
  "woman",
  "employ_dum",
  "college_educ",
  "polknowledge",
  "polint"
];

/** The columns of the model of side-taking: s, s times each covariate, and the treated groups. */
export function sideTakingColumns(data: Columns): Columns {
  const numbers = data as Record<string, Float64Array>;
  const s = numbers.treat_ipesidetaking;
  const times = (name: string) => s.map((value, i) => value * numbers[name][i]);
  const clinton = times("treat_germrus").map((value, i) => value * numbers.w2_vote_hill[i]);
  return {
    ipe_support: data.ipe_support,
    s,
    ...Object.fromEntries(products.map((name) => [`s_${name}`, times(name)])),
    s_clinton_germany: clinton,
    grp: Array.from(s, (value, i) =>
      value === 1 ? products.map((name) => numbers[name][i]).join("_") : "control"
    )
  };
}

/** One parameter beside its reference. */
export interface Difference {
  readonly variable: string;
  /** Difference of the means over both Monte Carlo errors together; NaN for one that is not there. */
  readonly z: number;
  /** Our standard deviation over the reference's, and how far from 1 chance may take it. */
  readonly ratio: number;
  readonly allowed: number;
}

/** Every parameter of which the reference knows enough, in its order. */
export function differences({parameters, draws}: Fit, reference: Reference): Difference[] {
  const own = new Map(parameters.map((row, v) => [row.variable, {...row, v}]));
  const held = reference.parameters.filter(({ess}) => ess >= LEAST_ESS);
  return held.map(({variable, mean, sd, mcse, ess}) => {
    const row = own.get(variable);
    if (!row) return {variable, z: NaN, ratio: NaN, allowed: NaN};
    const z = (row.mean - mean) / Math.hypot(row.mcse_mean, mcse);
    // The relative error of an sd is sqrt((kurtosis - 1) / 4 / size): 10 % where sizes allow it, four
    // such errors where they do not. The size is that of squares, which is smaller than that of the
    // mean when draws lean away from each other; Stan's is not known and taken as half the smaller
    // of its bulk size and its number of draws.
    const {squares, kurtosis} = spreadOf(variableView(draws, row.v), draws);
    const size = 1 / (1 / squares + 2 / Math.min(ess, reference.draws));
    const allowed = Math.max(0.1, 4 * Math.sqrt((kurtosis - 1) / 4 / size));
    return {variable, z, ratio: row.sd / sd, allowed};
  });
}

/** A fit beside its reference: what differs in the means and in the standard deviations. */
export function compare(fit: Fit, reference: Reference) {
  const all = differences(fit, reference);
  const means = all.filter(({z}) => !(Math.abs(z) <= MOST_Z));
  const sds = all.filter(({ratio, allowed}) => !(Math.abs(ratio - 1) <= allowed));
  return {
    held: all.length,
    means: means.map(({variable, z}) => `${variable}: z = ${z}`),
    sds: sds.map(({variable, ratio, allowed}) => `${variable}: ${ratio}, not 1 ± ${allowed}`),
    meanSquare: all.reduce((sum, {z}) => sum + z * z, 0) / all.length
  };
}

/** The kurtosis of draws, and the effective size of their squares about the mean. */
export function spreadOf(values: Float64Array, {chains, iterations}: Draws) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  let second = 0;
  let fourth = 0;
  for (const x of values) {
    second += (x - mean) ** 2 / values.length;
    fourth += (x - mean) ** 4 / values.length;
  }
  const squares = values.map((x) => (x - mean) ** 2);
  return {kurtosis: fourth / second ** 2, squares: essMean(squares, chains, iterations)};
}
