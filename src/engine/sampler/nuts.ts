// One transition of the no-U-turn sampler: double a trajectory until it turns, draw a point of it.
import {exp, log, log1p} from "../math/elementary.js";
import type {Generator, Posterior} from "../types.js";
import {stopIfCancelled, type StopSignal} from "./cancelled.js";
import {
  copyPoint,
  copyPosition,
  createFrame,
  createPoint,
  energyOf,
  leapfrog,
  refreshMomentum,
  type Frame,
  type Point
} from "./hamiltonian.js";
import {tuning} from "./options.js";
import {createSpan, fillSpan, isTurning, type Span} from "./span.js";

/** What happened in a transition. */
export interface Transition {
  /** Energy of the point drawn, with the momentum of its trajectory. */
  energy: number;
  /** Mean acceptance probability over the trajectory. */
  acceptance: number;
  treeDepth: number;
  leapfrogs: number;
  divergent: boolean;
}

/**
 * The no-U-turn sampler with multinomial draws from the trajectory [hoffman2014, betancourt2017]
 * and the check between adjoining halves that Stan added. `current` is the state; all buffers are
 * made once. `signal` is asked before every step.
 */
export class Nuts {
  readonly current: Point;
  readonly frame: Frame;
  stepSize = 1;
  /**
   * Ends trajectories at a quarter of a turn. In a normal distribution that the frame knows, all that is
   * even in the coordinates, such as an sd, is then drawn anew; half a turn brings it back.
   */
  quarter = false;
  /** Points so far whose density, or energy, was not a finite number. */
  nonFinite = 0;
  private readonly edges: readonly [Point, Point];
  private readonly ends: readonly [Float64Array, Float64Array];
  private readonly whole: Span;
  private readonly branches: readonly (readonly [Span, Span])[];
  private readonly top: Span;
  private startEnergy = 0;
  private signedStep = 0;
  private leapfrogs = 0;
  private acceptanceSum = 0;
  private divergent = false;

  constructor(
    private readonly posterior: Posterior,
    private readonly generator: Generator,
    private readonly maxTreeDepth: number,
    private readonly signal?: StopSignal
  ) {
    const {dim} = posterior;
    this.current = createPoint(dim);
    this.frame = createFrame(dim);
    this.edges = [createPoint(dim), createPoint(dim)];
    this.ends = [new Float64Array(dim), new Float64Array(dim)];
    this.whole = createSpan(dim);
    this.top = createSpan(dim);
    this.branches = Array.from({length: maxTreeDepth}, () => [createSpan(dim), createSpan(dim)]);
  }

  /** Moves `current` to the next draw. */
  transition(): Transition {
    const {current, edges, ends, whole, top, generator} = this;
    const {inverseMetric} = this.frame;
    refreshMomentum(current, inverseMetric, generator);
    this.startEnergy = energyOf(current, inverseMetric);
    this.leapfrogs = 0;
    this.acceptanceSum = 0;
    this.divergent = false;
    for (const edge of edges) copyPoint(current, edge);
    for (const end of ends) end.set(current.p);
    whole.momentum.set(current.p);
    whole.logWeight = 0;
    whole.energy = this.startEnergy;
    let treeDepth = 0;
    while (treeDepth < this.maxTreeDepth) {
      const side = generator.uniform() < 0.5 ? 0 : 1;
      this.signedStep = side === 1 ? this.stepSize : -this.stepSize;
      if (!this.grow(edges[side], treeDepth, top)) break;
      ++treeDepth;
      // The newer half is favoured: it lies farther from where the trajectory began.
      if (log(generator.uniform()) < top.logWeight - whole.logWeight) {
        copyPosition(top.sample, current);
        whole.energy = top.energy;
      }
      whole.logWeight = logAdd(whole.logWeight, top.logWeight);
      whole.first.set(ends[1 - side]);
      whole.last.set(ends[side]);
      const turned = isTurning(whole, top, inverseMetric, this.quarter);
      ends[side].set(top.last);
      for (let i = 0; i < whole.momentum.length; ++i) whole.momentum[i] += top.momentum[i];
      if (turned) break;
    }
    return {
      energy: whole.energy,
      acceptance: this.leapfrogs > 0 ? this.acceptanceSum / this.leapfrogs : 0,
      treeDepth,
      leapfrogs: this.leapfrogs,
      divergent: this.divergent
    };
  }

  /** Extends the trajectory from `edge` by 2^depth steps into `span`; false when it must stop. */
  private grow(edge: Point, depth: number, span: Span): boolean {
    if (depth === 0) return this.step(edge, span);
    const [near, far] = this.branches[depth - 1];
    if (!this.grow(edge, depth - 1, near) || !this.grow(edge, depth - 1, far)) return false;
    span.logWeight = logAdd(near.logWeight, far.logWeight);
    const takeFar = this.generator.uniform() < exp(far.logWeight - span.logWeight);
    const chosen = takeFar ? far : near;
    // Swapping buffers saves copying the point.
    [span.sample, chosen.sample] = [chosen.sample, span.sample];
    span.energy = chosen.energy;
    span.first.set(near.first);
    span.last.set(far.last);
    for (let i = 0; i < span.momentum.length; ++i)
      span.momentum[i] = near.momentum[i] + far.momentum[i];
    return !isTurning(near, far, this.frame.inverseMetric, this.quarter);
  }

  private step(edge: Point, span: Span): boolean {
    stopIfCancelled(this.signal);
    leapfrog(edge, this.signedStep, this.frame, this.posterior);
    const energy = fillSpan(span, edge, this.frame.inverseMetric);
    const gain = this.startEnergy - energy;
    ++this.leapfrogs;
    if (energy === Infinity) ++this.nonFinite;
    this.acceptanceSum += Math.min(1, exp(gain));
    span.logWeight = gain;
    if (-gain > tuning.divergence) this.divergent = true;
    return !this.divergent;
  }
}

function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + log1p(exp(Math.min(a, b) - high));
}
