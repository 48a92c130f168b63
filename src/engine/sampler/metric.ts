// The diagonal metric, learnt from draws and from the gradients at them.
import type {Frame, Point} from "./hamiltonian.js";
import {tuning} from "./options.js";

/**
 * Running moments of coordinates and gradients. Of all normal distributions with a diagonal
 * covariance, the one whose gradients differ least from those seen, in its own metric, has the
 * variances sqrt(var q / var g) and the centre mean q + variance mean g [seyboldt2026]. Draws of an
 * independent normal give its variances without any error as soon as there are two.
 */
export class MetricAdaptation {
  private count = 0;
  private readonly mean: Float64Array;
  private readonly squares: Float64Array;
  private readonly meanSlope: Float64Array;
  private readonly squaresSlope: Float64Array;

  constructor(dim: number) {
    [this.mean, this.squares, this.meanSlope, this.squaresSlope] = Array.from(
      {length: 4},
      () => new Float64Array(dim)
    );
  }

  /** Learns from one draw [welford1962]. */
  update({q, gradient}: Pick<Point, "q" | "gradient">): void {
    const {mean, squares, meanSlope, squaresSlope} = this;
    const n = ++this.count;
    for (let i = 0; i < q.length; ++i) {
      const before = q[i] - mean[i];
      mean[i] += before / n;
      squares[i] += before * (q[i] - mean[i]);
      const slope = gradient[i] - meanSlope[i];
      meanSlope[i] += slope / n;
      squaresSlope[i] += slope * (gradient[i] - meanSlope[i]);
    }
  }

  /**
   * Writes what was learnt into `frame` and forgets it; leaves it alone when draws are too few. `plain`
   * writes the draws' variances and no spring: along a ridge these are the longer, and a trajectory
   * that must be long does better with them.
   */
  finish(frame: Frame, plain = false): void {
    const {inverseMetric, centre} = frame;
    const {prior, scale} = tuning.shrinkage;
    const n = this.count;
    if (this.count > 2) {
      frame.spring = plain ? 0 : 1;
      for (let i = 0; i < inverseMetric.length; ++i) {
        if (plain) {
          inverseMetric[i] = ((n * this.squares[i]) / (n - 1) + prior * scale) / (n + prior);
          continue;
        }
        const ratio = this.squares[i] / this.squaresSlope[i];
        if (!(ratio > 0 && ratio < Infinity)) continue;
        inverseMetric[i] = Math.sqrt(ratio);
        centre[i] = this.mean[i] + inverseMetric[i] * this.meanSlope[i];
      }
    }
    this.count = 0;
    for (const moments of [this.mean, this.squares, this.meanSlope, this.squaresSlope])
      moments.fill(0);
  }
}
