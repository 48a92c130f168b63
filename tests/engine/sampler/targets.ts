// Posteriors whose answers are known.
import type {Posterior} from "../../../src/engine/types.js";

const named = (dim: number) => Array.from({length: dim}, (_, i) => `x${i + 1}`);

/** What a posterior is asked, with a count of how often. */
export interface Counted extends Posterior {
  evaluations: number;
}

function posterior(
  dim: number,
  logDensity: (q: Float64Array, gradient: Float64Array) => number
): Counted {
  return {
    dim,
    variables: named(dim),
    evaluations: 0,
    logDensity(q, gradient) {
      ++this.evaluations;
      return logDensity(q, gradient);
    },
    constrain(q, out) {
      out.set(q);
    }
  };
}

/** A normal distribution with the given mean and precision matrix, row by row. */
export function normal(
  mean: readonly number[],
  precision: readonly (readonly number[])[]
): Counted {
  return posterior(mean.length, (q, gradient) => {
    let value = 0;
    for (let i = 0; i < mean.length; ++i) {
      gradient[i] = 0;
      for (let j = 0; j < mean.length; ++j) gradient[i] -= precision[i][j] * (q[j] - mean[j]);
      value += 0.5 * gradient[i] * (q[i] - mean[i]);
    }
    return value;
  });
}

/** Independent standard normals. */
export const standard = (dim: number): Counted =>
  normal(
    new Array<number>(dim).fill(0),
    Array.from({length: dim}, (_, i) => Array.from({length: dim}, (__, j) => Number(i === j)))
  );

/** The logarithm of a gamma variable: skewed, with E exp(q) = var exp(q) = shape. */
export const logGamma = (shape: number): Counted =>
  posterior(1, ([q], gradient) => {
    gradient[0] = shape - Math.exp(q);
    return shape * q - Math.exp(q);
  });

/** Standard normal up to `edge`, not a number beyond. */
export const cliff = (edge: number): Counted =>
  posterior(1, ([q], gradient) => {
    gradient[0] = -q;
    return q > edge ? NaN : -0.5 * q * q;
  });

/** No finite density anywhere. */
export const nowhere: Posterior = posterior(2, () => -Infinity);

/** A posterior of the density given, its gradient what is written. */
export const custom = posterior;
