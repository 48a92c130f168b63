// Priors that say themselves in the engine's language and can be drawn from without it.
import type {Generator} from "../../src/engine/types.js";

/** A distribution: the text that a spec takes, and one draw. */
export interface Prior {
  readonly text: string;
  readonly draw: (generator: Generator) => number;
}

export const normal = (mean: number, sd: number): Prior => ({
  text: `normal(${mean}, ${sd})`,
  draw: (generator) => mean + sd * generator.normal()
});

/** Student t with a whole number of degrees of freedom: a normal over the root of a mean square. */
export const studentT = (df: number, mean: number, scale: number): Prior => ({
  text: `student_t(${df}, ${mean}, ${scale})`,
  draw: (generator) => {
    let squares = 0;
    for (let i = 0; i < df; ++i) squares += generator.normal() ** 2;
    return mean + (scale * generator.normal()) / Math.sqrt(squares / df);
  }
});

export const exponential = (rate: number): Prior => ({
  text: `exponential(${rate})`,
  draw: (generator) => -Math.log(generator.uniform()) / rate
});

/** The half above zero, as the engine reads a symmetric prior of a scale. */
export const half = ({text, draw}: Prior): Prior => ({
  text,
  draw: (generator) => Math.abs(draw(generator))
});

/**
 * The lower Cholesky factor of a correlation matrix of order `k` from LKJ(eta), eta ≥ 1. A uniform
 * cube holds all correlations; those that are positive definite stay with probability det^(eta − 1).
 */
export function drawCorrelationFactor(k: number, eta: number, generator: Generator): number[][] {
  for (;;) {
    const factor = factorOf(
      Array.from({length: k}, (_, i) =>
        Array.from({length: i + 1}, (__, j) => (i === j ? 1 : 2 * generator.uniform() - 1))
      )
    );
    if (!factor) continue;
    const determinant = factor.reduce((product, row, i) => product * row[i] * row[i], 1);
    if (generator.uniform() < determinant ** (eta - 1)) return factor;
  }
}

/** Null when the lower triangle given is not that of a positive definite matrix. */
function factorOf(lower: readonly (readonly number[])[]): number[][] | null {
  const factor: number[][] = [];
  for (const [i, own] of lower.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; ++j) {
      const other = j < i ? factor[j] : row;
      let rest = own[j];
      for (let m = 0; m < j; ++m) rest -= row[m] * other[m];
      if (j === i && !(rest > 0)) return null;
      row.push(j === i ? Math.sqrt(rest) : rest / factor[j][j]);
    }
    factor.push(row);
  }
  return factor;
}
