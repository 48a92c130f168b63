import {describe, expect, it} from "vitest";
import type {Distribution} from "../../../src/engine/density/density.js";
import {correlationShape, priorShape} from "../../../src/engine/density/prior-shape.js";
import {expectClose} from "../../assert.js";

const shape = (family: Distribution["family"], args: readonly number[], positive = false) =>
  priorShape({family, arguments: args}, positive)!;

/** The t density of three degrees, 6 √3 / (π (3 + x²)²), at 0.4. */
const t3 = (6 * Math.sqrt(3)) / (Math.PI * 3.16 ** 2);

/** Density at 1, mean, sd and median, in closed form; sd and mean NaN where the tails forbid them. */
const known: readonly [Parameters<typeof shape>, readonly [number, number, number, number]][] = [
  [
    ["normal", [0.5, 2]],
    [Math.exp(-0.03125) / (2 * Math.sqrt(2 * Math.PI)), 0.5, 2, 0.5]
  ],
  // Half-normal: 2 φ(1), √(2/π), √(1 - 2/π), the normal quantile of 0.75.
  [
    ["normal", [0, 1], true],
    [
      (2 * Math.exp(-0.5)) / Math.sqrt(2 * Math.PI),
      Math.sqrt(2 / Math.PI),
      Math.sqrt(1 - 2 / Math.PI),
      0.6744897501960817
    ]
  ],
  // Cut at zero far from its centre: as good as whole.
  [
    ["normal", [5, 0.1], true],
    [0, 5, 0.1, 5]
  ],
  // Half-Cauchy: 2 / (π s (1 + 1/s²)); its median is its scale.
  [
    ["cauchy", [0, 5], true],
    [2 / (Math.PI * 5 * (1 + 1 / 25)), NaN, NaN, 5]
  ],
  // t of three degrees: sd s √3.
  [
    ["student_t", [3, 0, 2.5]],
    [t3 / 2.5, 0, 2.5 * Math.sqrt(3), 0]
  ],
  // Half-t: mean 2 s √3 / π, second moment 3 s².
  [
    ["student_t", [3, 0, 2.5], true],
    [
      (2 * t3) / 2.5,
      (5 * Math.sqrt(3)) / Math.PI,
      Math.sqrt(3 * 6.25 - (25 * 3) / Math.PI ** 2),
      2.5 * 0.7648923284043
    ]
  ],
  [
    ["student_t", [2, 1, 1]],
    [1 / (2 * Math.SQRT2), 1, NaN, 1]
  ],
  [
    ["logistic", [1, 2]],
    [1 / 8, 1, (2 * Math.PI) / Math.sqrt(3), 1]
  ],
  [
    ["double_exponential", [1, 2]],
    [1 / 4, 1, 2 * Math.SQRT2, 1]
  ],
  [
    ["exponential", [2], true],
    [2 * Math.exp(-2), 0.5, 0.5, Math.log(2) / 2]
  ],
  // qgamma(0.5, 3, 2) by R.
  [
    ["gamma", [3, 2], true],
    [4 * Math.exp(-2), 1.5, Math.sqrt(3) / 2, 1.33703015686178]
  ],
  // 1 / qgamma(0.5, 3, 2) by R.
  [
    ["inv_gamma", [3, 2], true],
    [4 * Math.exp(-2), 1, 1, 1 / 1.33703015686178]
  ],
  [
    ["inv_gamma", [1.5, 1], true],
    [Math.exp(-1) / 0.886226925452758, 2, NaN, 1 / 1.18298693]
  ],
  // The square root of inverse gamma: mean √2 Γ(2.5) / Γ(3), second moment 1.
  [
    ["inv_gamma_variance", [3, 2], true],
    [
      8 * Math.exp(-2),
      (Math.SQRT2 * 1.32934038817914) / 2,
      Math.sqrt(1 - (2 * 1.32934038817914 ** 2) / 4),
      Math.sqrt(1 / 1.33703015686178)
    ]
  ],
  [
    ["lognormal", [0, 0.5], true],
    [
      2 / Math.sqrt(2 * Math.PI),
      Math.exp(0.125),
      Math.sqrt((Math.exp(0.25) - 1) * Math.exp(0.25)),
      1
    ]
  ]
];

describe("priorShape", () => {
  it.each(known)(
    "%j has its density, mean, sd and median",
    (given, [density, mean, sd, median]) => {
      const own = shape(...given);
      const tolerance = {relative: 1e-6, absolute: 1e-9};
      expectClose([own.density(1), own.mean, own.sd], [density, mean, sd], tolerance);
      expectClose(own.quantile(0.5), median, {relative: 1e-5, absolute: 1e-5});
    }
  );
  it("has no density below zero where the parameter has none", () => {
    expect(shape("normal", [0, 1], true).density(-0.1)).toBe(0);
    expect(shape("normal", [0, 1]).density(-0.1)).toBeGreaterThan(0.39);
  });
  it("puts 95 % of a normal within 1.96 sds", () => {
    const own = shape("normal", [0, 2]);
    expectClose([own.quantile(0.025), own.quantile(0.975)], [-3.919928, 3.919928], {
      absolute: 1e-4
    });
  });
  it("is null where there is no density of one number", () => {
    expect(priorShape({family: "flat", arguments: []}, false)).toBeNull();
    expect(priorShape({family: "lkj", arguments: [2]}, false)).toBeNull();
  });
});

describe("correlationShape", () => {
  it("is uniform for lkj(1) and two coefficients, and narrower for more of either", () => {
    const even = correlationShape(1, 2);
    expectClose([even.density(-0.99), even.density(0.3), even.sd], [0.5, 0.5, 1 / Math.sqrt(3)], {
      relative: 1e-6
    });
    // Beta(2, 2) and Beta(1.5, 1.5) stretched over (-1, 1).
    expectClose([correlationShape(2, 2).sd, correlationShape(1, 3).sd], [1 / Math.sqrt(5), 0.5], {
      relative: 1e-6
    });
    expectClose(correlationShape(2, 2).density(0.5), 0.75 * 0.75, {relative: 1e-6});
    expectClose([even.density(-1), even.density(1)], [0.5, 0.5], {relative: 1e-6});
    expect([correlationShape(2, 2).density(1), even.density(1.1)]).toEqual([0, 0]);
  });
});
