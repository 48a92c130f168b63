import {describe, expect, it} from "vitest";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {
  copyPoint,
  createFrame,
  createPoint,
  energyOf,
  leapfrog,
  refreshMomentum,
  type Frame,
  type Point
} from "../../../src/engine/sampler/hamiltonian.js";
import type {Posterior} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {logGamma, normal} from "./targets.js";

const target = normal(
  [1, -2],
  [
    [2, 0.6],
    [0.6, 1]
  ]
);
const inverseMetric = Float64Array.of(0.7, 1.3);
const frames: readonly (readonly [string, Frame])[] = [
  ["plain", {inverseMetric, centre: Float64Array.of(0.4, 5), spring: 0}],
  ["sprung", {inverseMetric, centre: Float64Array.of(0.4, -1), spring: 1}]
];

function start(posterior: Posterior, q: readonly number[], p: readonly number[]): Point {
  const point = createPoint(posterior.dim);
  point.q.set(q);
  point.p.set(p);
  point.logDensity = posterior.logDensity(point.q, point.gradient);
  return point;
}

describe.each(frames)("a %s leapfrog", (_, frame) => {
  it("is undone by the same steps backwards in time", () => {
    const point = start(target, [0.3, -1], [1.1, 0.4]);
    const before = structuredClone(point);
    for (let i = 0; i < 50; ++i) leapfrog(point, 0.2, frame, target);
    expect(point.q[0]).not.toBeCloseTo(before.q[0], 2);
    for (let i = 0; i < 50; ++i) leapfrog(point, -0.2, frame, target);
    expectClose(point.q, before.q, {absolute: 1e-12});
    expectClose(point.p, before.p, {absolute: 1e-12});
  });

  it.each([
    ["a normal", target, [0.3, -1], [1.1, 0.4]],
    ["a skewed", logGamma(3), [0.2], [0.9]]
  ] as const)(
    "of %s density conserves energy to the second order of the step",
    (__, posterior, q, p) => {
      const own = {...createFrame(posterior.dim), spring: frame.spring};
      const metric = own.inverseMetric;
      const errorAt = (steps: number): number => {
        const point = start(posterior, q, p);
        const before = energyOf(point, metric);
        for (let i = 0; i < steps; ++i) leapfrog(point, 1 / steps, own, posterior);
        return Math.abs(energyOf(point, metric) - before);
      };
      // Ten times as many steps: a hundredth of the error, up to the next order.
      expectClose(errorAt(40) / errorAt(400), 100, {relative: 0.05});
    }
  );

  it("keeps volume: the Jacobian of a step is 1", () => {
    const at = (q: readonly number[], p: readonly number[]) => {
      const point = start(target, q, p);
      leapfrog(point, 0.4, frame, target);
      return [...point.q, ...point.p];
    };
    const origin = [0.2, 0.5, -0.3, 0.8];
    const h = 1e-3;
    // The target is quadratic, so a step is linear and differences are exact.
    const base = at(origin.slice(0, 2), origin.slice(2));
    const jacobian = origin.map((_, k) => {
      const moved = origin.map((x, i) => (i === k ? x + h : x));
      return at(moved.slice(0, 2), moved.slice(2)).map((x, i) => (x - base[i]) / h);
    });
    expect(determinant(jacobian)).toBeCloseTo(1, 9);
  });

  it("evaluates the density once", () => {
    const point = start(target, [0, 0], [1, 1]);
    const before = target.evaluations;
    leapfrog(point, 0.1, frame, target);
    expect(target.evaluations - before).toBe(1);
  });
});

describe("a sprung leapfrog", () => {
  const mean = [3, -2];
  const independent = normal(mean, [
    [4, 0],
    [0, 0.25]
  ]);
  const own: Frame = {
    inverseMetric: Float64Array.of(0.25, 4),
    centre: Float64Array.from(mean),
    spring: 1
  };

  it.each([0.1, 1, 3])("of %d conserves the energy of the normal that it knows", (step) => {
    const point = start(independent, [3.4, 1], [1.5, -0.3]);
    const before = energyOf(point, own.inverseMetric);
    for (let i = 0; i < 20; ++i) leapfrog(point, step, own, independent);
    expectClose(energyOf(point, own.inverseMetric), before, {relative: 1e-12});
  });

  it("turns it by 2 atan(step / 2)", () => {
    const point = start(independent, [3.5, -2], [0, 0]);
    leapfrog(point, 0.8, own, independent);
    expectClose(point.q, [3 + 0.5 * Math.cos(2 * Math.atan(0.4)), -2], {relative: 1e-14});
  });
});

function determinant(rows: number[][]): number {
  if (rows.length === 1) return rows[0][0];
  return rows[0].reduce((sum, entry, j) => {
    const minor = rows.slice(1).map((row) => row.filter((_, k) => k !== j));
    return sum + (j % 2 ? -1 : 1) * entry * determinant(minor);
  }, 0);
}

describe("energyOf", () => {
  it("is p' M⁻¹ p / 2 less the log density", () => {
    const point = start(target, [1, -2], [2, -1]);
    expect(energyOf(point, inverseMetric)).toBeCloseTo((4 * 0.7 + 1 * 1.3) / 2, 14);
    point.logDensity = -3;
    expect(energyOf(point, inverseMetric)).toBeCloseTo((4 * 0.7 + 1 * 1.3) / 2 + 3, 14);
  });

  it("counts what is not a finite number as infinite", () => {
    const point = start(target, [0, 0], [0, 0]);
    for (const logDensity of [NaN, Infinity, -Infinity]) {
      point.logDensity = logDensity;
      expect(energyOf(point, inverseMetric)).toBe(Infinity);
    }
  });
});

describe("refreshMomentum", () => {
  it("draws from N(0, M), M the inverse of the inverse metric", () => {
    const point = createPoint(2);
    const generator = createGenerator("momentum", 0);
    const n = 20_000;
    const squares = [0, 0];
    let product = 0;
    for (let i = 0; i < n; ++i) {
      refreshMomentum(point, inverseMetric, generator);
      squares[0] += point.p[0] ** 2 / n;
      squares[1] += point.p[1] ** 2 / n;
      product += (point.p[0] * point.p[1]) / n;
    }
    // The variance of a mean of squares is 2/n: four standard errors are 4 %.
    expectClose(squares, [1 / 0.7, 1 / 1.3], {relative: 0.04});
    expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(n * 0.7 * 1.3));
  });
});

describe("copyPoint", () => {
  it("copies all of a point, sharing nothing", () => {
    const from = start(target, [1, 2], [3, 4]);
    const to = createPoint(2);
    copyPoint(from, to);
    expect(to).toEqual(from);
    from.q[0] = 99;
    from.gradient[0] = 99;
    expect(to.q[0]).toBe(1);
    expect(to.gradient[0]).not.toBe(99);
  });
});
