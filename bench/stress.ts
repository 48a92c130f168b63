// Small meta-analyses by the hundred: where samplers diverge, stick and fail.
import {
  createGenerator,
  fit,
  InputError,
  runChainsInTurn,
  type Columns,
  type Generator
} from "../src/engine/index.js";

/** How many of the fits went wrong, and in which way. */
export interface Stress {
  readonly fits: number;
  readonly divergent: number;
  /** With an R-hat above 1.01 of any parameter or study's mean. */
  readonly above_rhat: number;
  /** Refused as improper, or undetermined. */
  readonly refused: number;
  /** With a draw that is no number. */
  readonly broken: number;
  readonly largest_rhat: number;
  readonly smallest_ess: number;
  readonly seconds: number;
}

/** A meta-analysis: an estimate of every study, its standard error, and a prior of the sd between. */
export interface MetaAnalysis {
  readonly data: Columns;
  readonly priors: readonly string[];
}

const FORMULA = "y | se(s) ~ 1 + (1 | study)";
const RHAT = 1.01;
const SD_PRIORS = ["normal(0, 0.5)", "normal(0, 1)", "cauchy(0, 0.5)", "cauchy(0, 1)"] as const;

/**
 * Historical controls of a trial, as a meta-analytic prior is made from: 3 to 8 studies of 10 to 300
 * persons, log-odds of a response with an approximate standard error; between them no variation (one
 * in four), little or much; half-normal and half-Cauchy priors in turn.
 */
export function simulateMetaAnalysis(generator: Generator, k: number): MetaAnalysis {
  const studies = 3 + (k % 6);
  const tau = [0, 0.1, 0.5, 1][Math.floor(4 * generator.uniform())];
  const mean = generator.normal();
  const numbers = Array.from({length: studies}, () => {
    const persons = Math.round(10 * 30 ** generator.uniform());
    const logit = mean + tau * generator.normal();
    const rate = 1 / (1 + Math.exp(-logit));
    let events = 0.5;
    for (let i = 0; i < persons; ++i) events += Number(generator.uniform() < rate);
    const others = persons + 1 - events;
    return {y: Math.log(events / others), s: Math.sqrt(1 / events + 1 / others)};
  });
  return {
    data: {
      y: Float64Array.from(numbers, ({y}) => y),
      s: Float64Array.from(numbers, ({s}) => s),
      study: numbers.map((_, i) => `study ${String(i + 1)}`)
    },
    priors: ["Intercept: normal(0, 2)", `sd: ${SD_PRIORS[k % SD_PRIORS.length]}`]
  };
}

/** Fits `count` simulated meta-analyses by the method that is chosen for them, and counts troubles. */
export async function stress(count: number, seed = "stress"): Promise<Stress> {
  const generator = createGenerator(seed);
  const troubles = {divergent: 0, above_rhat: 0, refused: 0, broken: 0};
  let largest_rhat = 0;
  let smallest_ess = Infinity;
  const started = performance.now();
  for (let k = 0; k < count; ++k) {
    const outcome = await fitOne(simulateMetaAnalysis(generator, k), String(k));
    if (outcome === null) {
      ++troubles.refused;
      continue;
    }
    const {divergences, rhat, ess, finite} = outcome;
    troubles.divergent += Number(divergences > 0);
    // Undefined counts as trouble.
    troubles.above_rhat += Number(!(rhat <= RHAT));
    troubles.broken += Number(!finite);
    largest_rhat = Math.max(largest_rhat, rhat);
    smallest_ess = Math.min(smallest_ess, ess);
  }
  const seconds = (performance.now() - started) / 1000;
  return {fits: count, ...troubles, largest_rhat, smallest_ess, seconds};
}

async function fitOne({data, priors}: MetaAnalysis, seed: string) {
  try {
    const {chains, draws, parameters} = await fit(
      {formula: FORMULA, priors},
      data,
      {seed},
      runChainsInTurn
    );
    const sum = (values: Uint8Array): number => values.reduce((a, b) => a + b, 0);
    return {
      divergences: chains.reduce((all, {divergent}) => all + sum(divergent), 0),
      rhat: Math.max(...parameters.map((parameter) => parameter.rhat)),
      ess: Math.min(...parameters.map((parameter) => parameter.ess_bulk)),
      finite: draws.values.every(Number.isFinite)
    };
  } catch (reason) {
    if (!(reason instanceof InputError)) throw reason;
    return null;
  }
}
