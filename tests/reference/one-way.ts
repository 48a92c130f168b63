// The posterior of a one-way layout by quadrature: y ~ 1 + (1 | g) with a flat intercept.

/** Priors as log densities up to a constant. */
export interface OneWayPriors {
  readonly sd: (sd: number) => number;
  readonly sigma: (sigma: number) => number;
}

export interface OneWay {
  /** P(sd ≤ x); `x` is taken to the grid's next hundredth. */
  readonly sdBelow: (x: number) => number;
  readonly sigmaMean: number;
  /** Posterior means of the groups' coefficients, in the order of their first rows. */
  readonly coefficients: readonly number[];
}

const SD_STEP = 0.01;
const SD_STEPS = 800;
const LOG_SIGMA = {from: Math.log(1e-3), step: 0.04, steps: 260};

/**
 * Group means and intercept integrated out by hand, then a grid over sd (to 8) and log sigma (from
 * 0.001 to 33), which priors on the scale of 1 must not reach beyond.
 */
export function oneWay(y: ArrayLike<number>, g: readonly string[], priors: OneWayPriors): OneWay {
  const groups = summarize(y, g);
  const within = groups.reduce((sum, group) => sum + group.squares, 0);
  const df = y.length - groups.length;
  const logs: number[] = [];
  const cells: {sd: number; sigma: number; coefficients: number[]}[] = [];
  for (let i = 0; i < SD_STEPS; ++i)
    for (let s = 0; s < LOG_SIGMA.steps; ++s) {
      const sd = (i + 0.5) * SD_STEP;
      const logSigma = LOG_SIGMA.from + s * LOG_SIGMA.step;
      const sigma = Math.exp(logSigma);
      const weights = groups.map(({n}) => 1 / (sigma ** 2 / n + sd ** 2));
      const total = weights.reduce((sum, w) => sum + w, 0);
      const centre = groups.reduce((sum, {mean}, j) => sum + weights[j] * mean, 0) / total;
      const between = groups.reduce((sum, {mean}, j) => sum + weights[j] * (mean - centre) ** 2, 0);
      const logWeights = weights.reduce((sum, w) => sum + Math.log(w), 0);
      logs.push(
        priors.sd(sd) +
          priors.sigma(sigma) +
          logSigma -
          df * logSigma -
          within / (2 * sigma ** 2) +
          0.5 * (logWeights - Math.log(total) - between)
      );
      const coefficients = groups.map(({mean}, j) => sd ** 2 * weights[j] * (mean - centre));
      cells.push({sd, sigma, coefficients});
    }
  const most = logs.reduce((a, b) => Math.max(a, b));
  const masses = logs.map((value) => Math.exp(value - most));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const mean = (of: (cell: (typeof cells)[number]) => number): number =>
    masses.reduce((sum, mass, c) => sum + mass * of(cells[c]), 0) / all;
  return {
    sdBelow: (x) => mean(({sd}) => Number(sd < x)),
    sigmaMean: mean(({sigma}) => sigma),
    coefficients: groups.map((_, j) => mean((cell) => cell.coefficients[j]))
  };
}

/** Each group's number of rows, mean and sum of squares about it. */
function summarize(
  y: ArrayLike<number>,
  g: readonly string[]
): {n: number; mean: number; squares: number}[] {
  return [...new Set(g)].map((level) => {
    const own = Array.from(y).filter((_, i) => g[i] === level);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return {n: own.length, mean, squares};
  });
}
