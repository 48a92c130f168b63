// The diagonal metric: running variances of the draws, shrunk and written out.
import {tuning} from "./options.js";

/** Running mean and variance of each coordinate [welford1962]. */
export class MetricAdaptation {
  private count = 0;
  private readonly mean: Float64Array;
  private readonly squares: Float64Array;

  constructor(dim: number) {
    this.mean = new Float64Array(dim);
    this.squares = new Float64Array(dim);
  }

  /** Learns from one draw. */
  update(q: Float64Array): void {
    const {mean, squares} = this;
    const n = ++this.count;
    for (let i = 0; i < q.length; ++i) {
      const before = q[i] - mean[i];
      mean[i] += before / n;
      squares[i] += before * (q[i] - mean[i]);
    }
  }

  /**
   * Writes the shrunken variances into `inverseMetric` and forgets the draws; leaves it alone
   * when there are too few to tell.
   */
  finish(inverseMetric: Float64Array): void {
    const {prior, scale} = tuning.shrinkage;
    const n = this.count;
    if (n > 2)
      for (let i = 0; i < inverseMetric.length; ++i) {
        const variance = this.squares[i] / (n - 1);
        inverseMetric[i] = (n * variance + prior * scale) / (n + prior);
      }
    this.count = 0;
    this.mean.fill(0);
    this.squares.fill(0);
  }
}
