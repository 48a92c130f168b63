import {describe, expect, it} from "vitest";
import {createDensity, families, type Distribution} from "../../../src/engine/density/density.js";
import {expectClose} from "../../assert.js";

/** Log densities at 0.3, 1 and 2.5 by R 4.2, printed with 15 digits; the call stands above each. */
const fromR: readonly [Distribution, readonly [number, number, number]][] = [
  // dnorm(x, 0.5, 2, log = TRUE)
  [
    {family: "normal", arguments: [0.5, 2]},
    [-1.61708571376462, -1.64333571376462, -2.11208571376462]
  ],
  // dt((x - 0.5) / 2, 3, log = TRUE) - log(2)
  [
    {family: "student_t", arguments: [3, 0.5, 2]},
    [-1.7006916103688, -1.73527460458893, -2.26940017508702]
  ],
  // dcauchy(x, 0.5, 2, log = TRUE)
  [
    {family: "cauchy", arguments: [0.5, 2]},
    [-1.84782739726251, -1.89850168822578, -2.53102424696929]
  ],
  // dlogis(x, 0.5, 2, log = TRUE)
  [
    {family: "logistic", arguments: [0.5, 2]},
    [-2.08194050070709, -2.09502602031763, -2.31967055559639]
  ],
  // -abs(x - 0.5) / 2 - log(4)
  [
    {family: "double_exponential", arguments: [0.5, 2]},
    [-1.48629436111989, -1.63629436111989, -2.38629436111989]
  ],
  // dexp(x, 2, log = TRUE)
  [
    {family: "exponential", arguments: [2]},
    [0.0931471805599453, -1.30685281944005, -4.30685281944005]
  ],
  // dgamma(x, 3, 2, log = TRUE)
  [{family: "gamma", arguments: [3, 2]}, [-1.62165124753198, -0.613705638880109, -1.7811241751318]],
  // dgamma(1 / x, 3, 2, log = TRUE) - 2 * log(x)
  [
    {family: "inv_gamma", arguments: [3, 2]},
    [-0.464481088243032, -0.613705638880109, -3.07886856637673]
  ],
  // dgamma(1 / x^2, 3, 2, log = TRUE) - 4 * log(x) + log(2 * x)
  [
    {family: "inv_gamma_variance", arguments: [3, 2]},
    [-11.7149710502608, 0.079441541679836, -4.65459358143925]
  ],
  // dlnorm(x, 0.5, 2, log = TRUE)
  [
    {family: "lognormal", arguments: [0.5, 2]},
    [-0.771053324173981, -1.64333571376462, -2.55003869231931]
  ]
];

const points = [0.3, 1, 2.5] as const;

describe("the log density of", () => {
  it.each(fromR)("%j is R's up to a constant", (distribution, expected) => {
    const density = createDensity(distribution);
    const values = points.map((x) => density.logDensity(x));
    const differences = (list: readonly number[]) => list.slice(1).map((v) => v - list[0]);
    expectClose(differences(values), differences(expected), {absolute: 1e-13});
  });
});

const examples: readonly Distribution[] = [
  ...fromR.map(([distribution]) => distribution),
  {family: "flat", arguments: []},
  {family: "lkj", arguments: [2]}
];
const positive = ["exponential", "gamma", "inv_gamma", "inv_gamma_variance", "lognormal"];

describe("the slope of", () => {
  it.each(examples)("$family is the derivative of its log density", (distribution) => {
    const density = createDensity(distribution);
    const anywhere = positive.includes(distribution.family) ? [] : [-40, -3.1, -0.2, 0];
    for (const x of [...anywhere, 0.05, 0.4, 1, 7, 120]) {
      const h = 1e-5 * Math.max(Math.abs(x), 0.1);
      const difference = (density.logDensity(x + h) - density.logDensity(x - h)) / (2 * h);
      // Central differences err by h² f''' and by rounding / h.
      expectClose(density.slope(x), difference, {relative: 1e-7, absolute: 1e-7}, `at ${x}`);
    }
  });
});

describe("families", () => {
  it("are all made and tested here", () => {
    expect(examples.map(({family}) => family).toSorted()).toEqual(Object.keys(families).sort());
  });

  it("hold a t whose tail falls as a power: its slope far out is -(df + 1) / x", () => {
    const t = createDensity({family: "student_t", arguments: [3, 0, 1]});
    expect(t.slope(1e6) * 1e6).toBeCloseTo(-4, 6);
  });

  it("hold a t that is near normal with many degrees of freedom", () => {
    const t = createDensity({family: "student_t", arguments: [1e7, 1, 2]});
    const normal = createDensity({family: "normal", arguments: [1, 2]});
    for (const x of [-4, 0, 1, 6]) expect(t.slope(x)).toBeCloseTo(normal.slope(x), 5);
  });
});
