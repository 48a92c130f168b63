// Simulation-based calibration [talts2018]: where the truth ranks among draws of its posterior.
import {groupsOf} from "../../src/engine/effects/groups.js";
import {effectEstimands} from "../../src/engine/effects/estimand.js";
import {effectOf} from "../../src/engine/effects/effects.js";
import {createModel, type Model, type ModelSpec} from "../../src/engine/model/model.js";
import {sampledModel} from "../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../src/engine/random/generator.js";
import {runModelChain} from "../../src/engine/run-chains.js";
import {resolveOptions, type Method} from "../../src/engine/sampler/options.js";
import {
  drawOutcome,
  drawTruth,
  logLikelihood,
  predictors,
  specOf,
  trueEffects,
  type Generative,
  type Truth
} from "./generative.js";
import {countRanks, harmonicMean, uniformP} from "./uniformity.js";

/** Draws that a truth is ranked among: ranks run from 0 to this. */
export const KEPT = 99;

/**
 * Iterations before and between the draws kept, so that these are all but independent: of crossed
 * terms the exact sampler already makes each draw from several sweeps.
 */
function paceOf(method: Method, terms: number): {warmup: number; thin: number} {
  if (method === "nuts") return {warmup: 300, thin: 5};
  return {warmup: 50, thin: terms > 1 ? 1 : 2};
}

/** The draws of one fit, [variable × KEPT]; also how a test makes a sampler wrong. */
export type Sample = (model: Model, truth: Truth, seed: string) => Float64Array;

export interface Trial {
  readonly method: Method;
  readonly replications: number;
  readonly bins: number;
  readonly seed: string;
  /** What the engine is told, when that is not how the data were made. */
  readonly spec?: ModelSpec;
  /** In place of the engine's own draws. */
  readonly sample?: Sample;
}

/** The ranks of one quantity over all replications, as counts in bins. */
export interface Quantity {
  readonly name: string;
  readonly class: string;
  readonly counts: readonly number[];
  readonly p: number;
}

/** A class of quantities, such as all sds: their ranks pooled, their p values' harmonic mean. */
export interface QuantityClass {
  readonly class: string;
  readonly quantities: number;
  readonly counts: readonly number[];
  readonly p: number;
}

export interface Calibration {
  readonly quantities: readonly Quantity[];
  readonly classes: readonly QuantityClass[];
  /** The harmonic mean over classes, so that many group effects do not outweigh one sigma. */
  readonly p: number;
}

/**
 * Draws parameters from their priors, data from these and a posterior from the data, again and again,
 * and counts the ranks of each parameter, each group's effect and the log likelihood, which alone
 * sees whether the draws heed the data at all [modrak2023].
 */
export function calibrate(model: Generative, trial: Trial): Calibration {
  const ranks = new Map<string, number[]>();
  for (let r = 0; r < trial.replications; ++r)
    for (const [name, rank] of replicate(model, trial, r)) {
      const own = ranks.get(name) ?? [];
      own.push(rank);
      ranks.set(name, own);
    }
  const quantities = [...ranks].map(([name, own]): Quantity => {
    if (own.length !== trial.replications) throw new Error(`${name} is not in every replication`);
    const counts = countRanks(own, KEPT, trial.bins);
    return {name, class: classOf(name), counts, p: uniformP(counts)};
  });
  const classes = [...new Set(quantities.map((quantity) => quantity.class))].map((name) =>
    pool(
      name,
      quantities.filter((quantity) => quantity.class === name)
    )
  );
  return {quantities, classes, p: harmonicMean(classes.map(({p}) => p))};
}

/** Pooled counts are for the eye: ranks of one replication depend on each other, p values may. */
function pool(name: string, own: readonly Quantity[]): QuantityClass {
  const counts = own[0].counts.map((_, b) =>
    own.reduce((sum, quantity) => sum + quantity.counts[b], 0)
  );
  const p = harmonicMean(own.map((quantity) => quantity.p));
  return {class: name, quantities: own.length, counts, p};
}

/** The draws of the engine's own sampler, thinned. */
export function engineSample(method: Method): Sample {
  return (model, _, seed) => {
    const {warmup, thin} = paceOf(method, model.design.terms.length);
    const options = resolveOptions({warmup, draws: KEPT * thin, seed, method});
    const {values} = runModelChain(sampledModel(model), options, 0);
    return Float64Array.from({length: values.length / thin}, (__, i) => values[i * thin]);
  };
}

function replicate(generative: Generative, trial: Trial, r: number): Map<string, number> {
  const {method, seed, spec = specOf(generative), sample = engineSample(method)} = trial;
  const {truth, y} = simulate(generative, `${generative.id} ${seed} ${r}`);
  const model = createModel(spec, {...generative.columns, y});
  const draws = sample(model, truth, `${seed} chain ${r}`);
  const ranks = new Map<string, number>();
  const rank = (name: string, own: ArrayLike<number>, value: number): void => {
    if (!Array.from(own).every(Number.isFinite)) throw new Error(`${name} is not finite in ${r}`);
    ranks.set(name, Array.from(own).filter((draw) => draw < value).length);
  };
  const places = new Map(model.variables.map((name, v) => [name, v]));
  if (truth.size !== places.size) throw new Error("the engine has parameters of its own");
  const drawsOf = (v: number): Float64Array => draws.subarray(v * KEPT, (v + 1) * KEPT);
  for (const [name, value] of truth) {
    const v = places.get(name);
    if (v === undefined) throw new Error(`the engine has no parameter ${name}`);
    rank(name, drawsOf(v), value);
  }
  rankEffects(generative, model, truth, drawsOf, rank);
  const own = Float64Array.from(model.variables, (name) => truth.get(name) ?? NaN);
  const likelihood = logLikelihoods(generative, places, y);
  const all = Float64Array.from({length: KEPT}, (_, i) => likelihood((v) => draws[v * KEPT + i]));
  rank(
    "log likelihood",
    all,
    likelihood((v) => own[v])
  );
  return ranks;
}

/** 0/1 data with both outcomes; drawing again by the data alone leaves the posterior as it is. */
function simulate(model: Generative, seed: string): {truth: Truth; y: Float64Array} {
  const generator = createGenerator(seed);
  for (;;) {
    const truth = drawTruth(model, generator);
    const y = drawOutcome(model, truth, generator);
    if (y.some((value) => value !== y[0])) return {truth, y};
  }
}

/** Effects as a report gives them, through the engine's estimands. */
function rankEffects(
  generative: Generative,
  model: Model,
  truth: Truth,
  drawsOf: (v: number) => Float64Array,
  rank: (name: string, draws: ArrayLike<number>, value: number) => void
): void {
  const {treatment, by} = effectOf(model);
  if (!treatment) return;
  const groups = groupsOf(model.design.rows.data, treatment, by);
  const estimands = effectEstimands(model, treatment, groups);
  const effects = trueEffects(generative, truth);
  groups.forEach(({key}, g) => {
    const {variables, weights} = estimands[g];
    const own = new Float64Array(KEPT);
    variables.forEach((v, k) =>
      drawsOf(v).forEach((draw, i) => {
        own[i] += weights[k] * draw;
      })
    );
    rank(`effect[${key}]`, own, effects.get(key) ?? NaN);
  });
}

/** The data's log likelihood as a function of parameters, row by row. */
function logLikelihoods(
  model: Generative,
  places: ReadonlyMap<string, number>,
  y: Float64Array
): (value: (v: number) => number) => number {
  const errors = model.errors === undefined ? null : model.columns[model.errors];
  const sigma = places.get("sigma") ?? NaN;
  const rows = predictors(model).map((parts) =>
    parts.map(([name, weight]) => ({place: places.get(name) ?? NaN, weight}))
  );
  return (value) => {
    let sum = 0;
    for (let i = 0; i < y.length; ++i) {
      let mean = 0;
      for (const {place, weight} of rows[i]) mean += weight * value(place);
      sum += logLikelihood(model, y[i], mean, errors ? Number(errors[i]) : value(sigma));
    }
    return sum;
  };
}

const classes: readonly (readonly [start: string, name: string])[] = [
  ["b_", "population"],
  ["sd_", "sd"],
  ["cor_", "correlation"],
  ["sigma", "sigma"],
  ["r_", "group coefficient"],
  ["effect[", "group effect"]
];

function classOf(name: string): string {
  return classes.find(([start]) => name.startsWith(start))?.[1] ?? name;
}
