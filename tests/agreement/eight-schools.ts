// Eight schools by quadrature: exact posteriors under eight priors of the sd between schools.
import {variableIndex, variableView} from "../../src/engine/draws/draws.js";
import type {Fit} from "../../src/engine/fit.js";
import {summarize, type Summary} from "../../src/engine/summary/summarize.js";
import type {Columns} from "../../src/engine/types.js";
import {spreadOf, type Difference} from "./reference.js";

/** The schools' estimates and standard errors (Gelman et al. 2013, 5.5). */
export const schools: Columns = {
  estimate: Float64Array.of(28, 8, -3, 7, -1, 1, 18, 12),
  error: Float64Array.of(15, 10, 16, 11, 9, 11, 10, 18),
  school: ["A", "B", "C", "D", "E", "F", "G", "H"]
};

export const schoolsFormula = "estimate | se(error) ~ 1 + (1 | school)";

/** Small steps: without a bound on the sd, eight schools leave NUTS a funnel. */
export const schoolOptions = {draws: 4000, targetAcceptance: 0.99, seed: "agreement"} as const;

interface Exact {
  readonly priors: readonly string[];
  /** Mean and sd of the mean, of the sd between schools and of the eight schools' effects. */
  readonly exact: readonly (readonly [mean: number, sd: number])[];
}

/**
 * By quadrature over the sd, everything else being normal given it; three digits are kept. The third
 * is the one of Gelman et al. (2013, 5.7), the first that of posteriordb.
 */
export const schoolPosteriors: readonly Exact[] = [
  {
    priors: ["Intercept: normal(0, 5)", "sd: cauchy(0, 5)"],
    exact: [
      [4.397, 3.318],
      [3.598, 3.22],
      [6.212, 5.593],
      [4.94, 4.674],
      [3.927, 5.263],
      [4.757, 4.78],
      [3.615, 4.657],
      [4.043, 4.827],
      [6.297, 5.078],
      [4.854, 5.291]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: flat"],
    exact: [
      [7.932, 5.178],
      [6.575, 5.65],
      [11.4, 8.341],
      [7.895, 6.275],
      [6.131, 7.765],
      [7.645, 6.546],
      [5.126, 6.357],
      [6.139, 6.71],
      [10.667, 6.786],
      [8.457, 7.888]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: cauchy(0, 25)"],
    exact: [
      [7.905, 4.962],
      [5.898, 4.864],
      [10.941, 7.873],
      [7.881, 6.09],
      [6.346, 7.375],
      [7.657, 6.331],
      [5.371, 6.165],
      [6.31, 6.474],
      [10.377, 6.55],
      [8.362, 7.483]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: cauchy(0, 5)"],
    exact: [
      [7.803, 4.465],
      [3.634, 3.263],
      [9.333, 6.209],
      [7.806, 5.277],
      [7.041, 5.929],
      [7.684, 5.407],
      [6.389, 5.337],
      [6.96, 5.487],
      [9.18, 5.56],
      [8.031, 5.98]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: student_t(3, 0, 25)"],
    exact: [
      [7.911, 4.993],
      [6.023, 4.948],
      [11.033, 7.96],
      [7.884, 6.13],
      [6.304, 7.451],
      [7.655, 6.377],
      [5.318, 6.205],
      [6.275, 6.523],
      [10.439, 6.599],
      [8.381, 7.563]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: normal(0, 10)"],
    exact: [
      [7.86, 4.673],
      [4.844, 3.748],
      [10.18, 7.045],
      [7.854, 5.753],
      [6.692, 6.695],
      [7.675, 5.941],
      [5.801, 5.807],
      [6.603, 6.045],
      [9.868, 6.113],
      [8.206, 6.78]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: inv_gamma_variance(1, 1)"],
    exact: [
      [7.711, 4.139],
      [1.531, 1.204],
      [8.018, 4.52],
      [7.718, 4.376],
      [7.566, 4.488],
      [7.69, 4.402],
      [7.38, 4.374],
      [7.531, 4.412],
      [8.032, 4.417],
      [7.757, 4.499]
    ]
  },
  {
    priors: ["Intercept: flat", "sd: inv_gamma_variance(0.001, 0.001)"],
    exact: [
      [7.74, 4.274],
      [1.83, 2.955],
      [8.457, 5.292],
      [7.74, 4.665],
      [7.38, 5.052],
      [7.684, 4.735],
      [7.091, 4.75],
      [7.349, 4.797],
      [8.371, 4.887],
      [7.847, 5.071]
    ]
  }
];

/** Means and sds beside the exact ones, which have no error of their own. */
export function schoolDifferences({draws}: Fit, {exact}: Exact): Difference[] {
  const {chains, iterations} = draws;
  const of = (name: string): Float64Array => variableView(draws, variableIndex(draws, name));
  const mean = of("b_Intercept");
  const effects = (schools.school as readonly string[]).map((name) => ({
    variable: `school ${name}`,
    values: of(`r_school[${name},Intercept]`).map((x, i) => x + mean[i])
  }));
  const all = [
    {variable: "b_Intercept", values: mean},
    {variable: "sd_school__Intercept", values: of("sd_school__Intercept")},
    ...effects
  ];
  return all.map(({variable, values}, k) => {
    const own: Summary = summarize(values, chains, iterations);
    const [known, sd] = exact[k];
    // As beside Stan: 10 %, or four errors of an sd where its tails are too heavy for that.
    const {squares, kurtosis} = spreadOf(values, draws);
    const allowed = Math.max(0.1, 4 * Math.sqrt((kurtosis - 1) / 4 / squares));
    return {variable, z: (own.mean - known) / own.mcse_mean, ratio: own.sd / sd, allowed};
  });
}
