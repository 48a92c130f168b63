// One chain from its first point to its last draw.
import {error} from "../error.js";
import {log} from "../math/elementary.js";
import type {Generator, Posterior} from "../types.js";
import type {StopSignal} from "./cancelled.js";
import {copyPoint, createPoint, energyOf, leapfrog, refreshMomentum} from "./hamiltonian.js";
import {MetricAdaptation} from "./metric.js";
import {Nuts} from "./nuts.js";
import {tuning, type SamplerOptions} from "./options.js";
import {StepSizeAdaptation} from "./step-size.js";
import {warmupSchedule} from "./warmup.js";

/** What a chain reports while it runs; the engine itself knows no clock. */
export interface ChainHooks {
  /** Called after every iteration, or block of them, with the count done, of warmup + draws. */
  readonly progress?: (done: number, total: number) => void;
  /** The time in milliseconds. */
  readonly now?: () => number;
  /** Asked before every step or block; once aborted the run raises a CancelledError. */
  readonly signal?: StopSignal;
}

/** One chain's draws and how it went. */
export interface ChainResult {
  /** `values[variable * draws + iteration]`. */
  readonly values: Float64Array;
  /** Energy per iteration. */
  readonly energy: Float64Array;
  readonly treeDepth: Uint8Array;
  readonly divergent: Uint8Array;
  /** Gradient evaluations, and mean acceptance probability of their steps, per iteration. */
  readonly steps: Uint32Array;
  readonly acceptances: Float64Array;
  /** Points, warm-up included, where the density was not a finite number. */
  readonly nonFinite: number;
  /** Gradient evaluations after warm-up, and in all. */
  readonly leapfrogs: number;
  readonly allLeapfrogs: number;
  readonly stepSize: number;
  readonly acceptance: number;
  /** Seconds, NaN without a clock. */
  readonly warmupSeconds: number;
  readonly samplingSeconds: number;
}

/**
 * Runs one chain: an initial point, the warm-up windows, then `options.draws` draws.
 * Raises an InputError when no initial point with a finite density is found, or no step size suits
 * the density, and a CancelledError when its signal says so.
 */
export function runChain(
  posterior: Posterior,
  options: SamplerOptions,
  generator: Generator,
  hooks: ChainHooks = {}
): ChainResult {
  const {warmup, draws} = options;
  const now = hooks.now ?? (() => NaN);
  const started = now();
  const nuts = new Nuts(posterior, generator, options.maxTreeDepth, hooks.signal);
  initialize(nuts, posterior, generator);
  const warmupLeapfrogs = warmUp(nuts, posterior, options, generator, hooks);
  const warm = now();
  const variables = posterior.variables.length;
  const values = new Float64Array(variables * draws);
  const energy = new Float64Array(draws);
  const treeDepth = new Uint8Array(draws);
  const divergent = new Uint8Array(draws);
  const steps = new Uint32Array(draws);
  const acceptances = new Float64Array(draws);
  const row = new Float64Array(variables);
  for (let i = 0; i < draws; ++i) {
    const transition = nuts.transition();
    energy[i] = transition.energy;
    treeDepth[i] = transition.treeDepth;
    divergent[i] = Number(transition.divergent);
    steps[i] = transition.leapfrogs;
    acceptances[i] = transition.acceptance;
    posterior.constrain(nuts.current.q, row);
    for (let v = 0; v < variables; ++v) values[v * draws + i] = row[v];
    hooks.progress?.(warmup + i + 1, warmup + draws);
  }
  const leapfrogs = steps.reduce((a, b) => a + b, 0);
  return {
    values,
    energy,
    treeDepth,
    divergent,
    steps,
    acceptances,
    nonFinite: nuts.nonFinite,
    leapfrogs,
    allLeapfrogs: leapfrogs + warmupLeapfrogs,
    stepSize: nuts.stepSize,
    acceptance: acceptances.reduce((a, b) => a + b, 0) / draws,
    warmupSeconds: (warm - started) / 1000,
    samplingSeconds: (now() - warm) / 1000
  };
}

function initialize(nuts: Nuts, posterior: Posterior, generator: Generator): void {
  const {q, gradient} = nuts.current;
  const {initialRadius, initialAttempts} = tuning;
  for (let attempt = 0; attempt < initialAttempts; ++attempt) {
    for (let i = 0; i < q.length; ++i) q[i] = initialRadius * (2 * generator.uniform() - 1);
    nuts.current.logDensity = posterior.logDensity(q, gradient);
    if (Number.isFinite(nuts.current.logDensity) && gradient.every(Number.isFinite)) return;
  }
  error(
    `invalid posterior: no finite density in ${String(initialAttempts)} random starting points; check the outcome's scale and the priors`
  );
}

function warmUp(
  nuts: Nuts,
  posterior: Posterior,
  options: SamplerOptions,
  generator: Generator,
  hooks: ChainHooks
): number {
  nuts.stepSize = firstStepSize(nuts, posterior, generator);
  const step = new StepSizeAdaptation(options.targetAcceptance, nuts.stepSize);
  const metric = new MetricAdaptation(posterior.dim);
  let done = 0;
  let leapfrogs = 0;
  let before = 0;
  let plain = false;
  for (const {kind, iterations} of warmupSchedule(options.warmup)) {
    for (let i = 0; i < iterations; ++i) {
      const transition = nuts.transition();
      leapfrogs += transition.leapfrogs;
      nuts.stepSize = Math.min(step.update(transition.acceptance), greatestStep(nuts));
      if (kind === "slow") metric.update(nuts.current);
      hooks.progress?.(++done, options.warmup + options.draws);
    }
    const taken = leapfrogs - before;
    before = leapfrogs;
    if (kind === "fast") continue;
    // Long trajectories tell of directions that the frame does not know, which need half a turn.
    const short = taken <= tuning.shortTrajectory * iterations;
    plain ||= nuts.frame.spring === 1 && iterations >= tuning.judgedWindow && !short;
    nuts.quarter = short && !plain;
    metric.finish(nuts.frame, plain);
    nuts.stepSize = firstStepSize(nuts, posterior, generator);
    step.restart(nuts.stepSize);
  }
  if (options.warmup > 0) nuts.stepSize = Math.min(step.final(), greatestStep(nuts));
  return leapfrogs;
}

function greatestStep({frame}: Nuts): number {
  return frame.spring ? tuning.greatestTurn : tuning.stepSizes.greatest;
}

/**
 * Doubles or halves the step until one leapfrog step's acceptance crosses 0.8, as Stan does. Raises an
 * InputError when no step is large, or small, enough.
 */
function firstStepSize(nuts: Nuts, posterior: Posterior, generator: Generator): number {
  const {current, frame} = nuts;
  const {inverseMetric} = frame;
  const trial = createPoint(posterior.dim);
  let step = nuts.stepSize;
  let direction = 0;
  while (posterior.dim > 0) {
    copyPoint(current, trial);
    refreshMomentum(trial, inverseMetric, generator);
    const before = energyOf(trial, inverseMetric);
    leapfrog(trial, step, frame, posterior);
    const wanted = before - energyOf(trial, inverseMetric) > log(0.8) ? 1 : -1;
    if (direction === 0) direction = wanted;
    if (wanted !== direction) break;
    step *= direction > 0 ? 2 : 0.5;
    if (frame.spring && step > greatestStep(nuts)) return greatestStep(nuts);
    if (step > greatestStep(nuts))
      error(
        "invalid posterior: its density does not fall off; give every parameter a proper prior"
      );
    if (step < tuning.stepSizes.least)
      error(
        "invalid posterior: its density jumps at every step from where a chain is; check the outcome's scale and the priors"
      );
  }
  return step;
}
