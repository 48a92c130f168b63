// Dual averaging: a step size whose acceptance tends to the target.
import {exp, log} from "../math/elementary.js";
import {tuning} from "./options.js";

/** Adapts the step size by dual averaging [hoffman2014]. */
export class StepSizeAdaptation {
  private count = 0;
  private error = 0;
  private average = 0;
  private centre = 0;

  constructor(
    private readonly target: number,
    stepSize: number
  ) {
    this.restart(stepSize);
  }

  /** Forgets everything and starts from a step size. */
  restart(stepSize: number): void {
    this.count = 0;
    this.error = 0;
    this.average = 0;
    this.centre = log(tuning.dualAveraging.centre * stepSize);
  }

  /** Learns from one transition's acceptance; returns the step size to try next. */
  update(acceptance: number): number {
    const {gamma, delay, kappa} = tuning.dualAveraging;
    const n = ++this.count;
    const weight = 1 / (n + delay);
    this.error += weight * (this.target - Math.min(1, acceptance) - this.error);
    const logStep = this.centre - (Math.sqrt(n) / gamma) * this.error;
    const keep = exp(-kappa * log(n));
    this.average += keep * (logStep - this.average);
    return exp(logStep);
  }

  /** The step size to sample with: the weighted average of those tried. */
  final(): number {
    return exp(this.average);
  }
}
