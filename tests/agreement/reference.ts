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

/** The rows of the two experiments as R prepared them; null where they are not at hand. */
export const prepared = {
  bp: preparedInR("prepared-bush-prather.csv"),
  tw: preparedInR("prepared-tomz-weeks.csv")
};

export function readReference(id: string): Reference {
  const url = new URL(`../fixtures/stan/${id}.json`, import.meta.url);
  const {n, family, formula, priors, parameters, chains, draws} = JSON.parse(
    readFileSync(url, "utf8")
  ) as {
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

/** A fit beside its reference: what differs in the means and in the standard deviations. */
export function compare({parameters, draws}: Fit, reference: Reference) {
  const own = new Map(parameters.map((row, v) => [row.variable, {...row, v}]));
  const held = reference.parameters.filter(({ess}) => ess >= LEAST_ESS);
  const means: string[] = [];
  const sds: string[] = [];
  let squares = 0;
  for (const {variable, mean, sd, mcse, ess} of held) {
    const row = own.get(variable);
    if (!row) {
      means.push(`${variable} is not there`);
      continue;
    }
    const z = (row.mean - mean) / Math.hypot(row.mcse_mean, mcse);
    squares += z * z;
    if (!(Math.abs(z) <= 4)) means.push(`${variable}: ${row.mean}, not ${mean}: z = ${z}`);
    // The relative error of an sd is sqrt((kurtosis - 1) / 4 / size): 10 % where sizes allow it, four
    // such errors where they do not. The size is that of squares, which is smaller than that of the
    // mean when draws lean away from each other; Stan's is not known and taken as half the smaller
    // of its bulk size and its number of draws.
    const {squares: ownSize, kurtosis} = spreadOf(variableView(draws, row.v), draws);
    const size = 1 / (1 / ownSize + 2 / Math.min(ess, reference.draws));
    const allowed = Math.max(0.1, 4 * Math.sqrt((kurtosis - 1) / 4 / size));
    if (!(Math.abs(row.sd / sd - 1) <= allowed))
      sds.push(`${variable}: ${row.sd}, not ${sd} ± ${allowed * 100} %`);
  }
  return {held: held.length, means, sds, meanSquare: squares / held.length};
}

/** The kurtosis of draws, and the effective size of their squares about the mean. */
function spreadOf(values: Float64Array, {chains, iterations}: Draws) {
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
