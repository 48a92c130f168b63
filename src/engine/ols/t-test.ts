// Tests of the difference between two means.
import {mean, variance} from "../math/moments.js";
import {studentTTwoSided} from "../math/student-t.js";

/** The first mean less the second, in the unit of the samples, and the test against zero. */
export interface TTest {
  readonly difference: number;
  readonly se: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly n1: number;
  readonly n2: number;
  readonly mean1: number;
  readonly mean2: number;
}

/**
 * Welch's test, for samples with unequal variances. `se`, `t`, `df` and `p` are NaN when either
 * sample has fewer than two values or both are constant. [welch1947]
 */
export function welchTest(sample1: Float64Array, sample2: Float64Array): TTest {
  const v1 = variance(sample1) / sample1.length;
  const v2 = variance(sample2) / sample2.length;
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (sample1.length - 1) + v2 ** 2 / (sample2.length - 1));
  return test(sample1, sample2, Math.sqrt(v1 + v2), df);
}

/**
 * Student's test, for samples with one common variance. `se`, `t`, `df` and `p` are NaN when there
 * are fewer than three values in all, a sample is empty, or both are constant. [student1908]
 */
export function pooledTest(sample1: Float64Array, sample2: Float64Array): TTest {
  const {length: n1} = sample1;
  const {length: n2} = sample2;
  const df = n1 + n2 - 2;
  const pooled = (sumOfSquares(sample1) + sumOfSquares(sample2)) / df;
  return test(sample1, sample2, Math.sqrt(pooled * (1 / n1 + 1 / n2)), df);
}

function test(sample1: Float64Array, sample2: Float64Array, se: number, df: number): TTest {
  const mean1 = mean(sample1);
  const mean2 = mean(sample2);
  const difference = mean1 - mean2;
  const isDefined = se > 0 && df > 0 && Number.isFinite(difference);
  const t = isDefined ? difference / se : NaN;
  return {
    difference,
    se: isDefined ? se : NaN,
    t,
    df: isDefined ? df : NaN,
    p: studentTTwoSided(t, df),
    n1: sample1.length,
    n2: sample2.length,
    mean1,
    mean2
  };
}

/** Σ (x - mean)²; zero for a single value. */
function sumOfSquares(x: Float64Array): number {
  return x.length > 1 ? (x.length - 1) * variance(x) : 0;
}
