import {describe, expect, it} from "vitest";
import {LevelEvidence} from "../../../src/engine/exact/level-evidence.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {eliminate, product, square, times, transpose, zeros} from "../../reference/dense.js";
import {probe} from "./monte-carlo.js";

const SIGMA = 0.8;
const LEVELS = 5;

/** Rows of each level: its columns z and outcomes y; level 2 has no rows, level 3 too few. */
function simulate(k: number, seed: string) {
  const generator = createGenerator(seed);
  const numbers = (n: number) => Array.from({length: n}, () => generator.normal());
  return [7, 9, 0, 1, 12].map((n) => ({
    z: Array.from({length: n}, () => numbers(k)),
    y: numbers(n)
  }));
}

function lower(k: number, seed: string): Float64Array {
  const generator = createGenerator(seed);
  const sign = (i: number) => (i % (k + 1) === 0 ? Math.abs : (x: number) => x);
  return Float64Array.from({length: k * k}, (_, i) =>
    i % k > Math.floor(i / k) ? 0 : sign(i)(generator.normal())
  );
}

/** What the class is told: sums over rows by level, over the variance. */
function evidenceOf(k: number, data: ReturnType<typeof simulate>): LevelEvidence {
  const evidence = new LevelEvidence(k, LEVELS);
  data.forEach(({z, y}, j) => {
    z.forEach((row, i) => {
      for (let a = 0; a < k; ++a) {
        evidence.linear[j * k + a] += (row[a] * y[i]) / SIGMA ** 2;
        for (let b = 0; b < k; ++b)
          evidence.quadratic[(j * k + a) * k + b] += (row[a] * row[b]) / SIGMA ** 2;
      }
    });
  });
  return evidence;
}

/** log N(y; 0, Z S S' Z' + σ² I), summed over levels, up to a constant. */
function slowEvidence(data: ReturnType<typeof simulate>, scale: Float64Array): number {
  const s = square(scale);
  const covariance = product(s, transpose(s));
  let sum = 0;
  for (const {z, y} of data) {
    const noisy = product(product(z, covariance), transpose(z)).map((row, i) =>
      row.map((value, j) => value + (i === j ? SIGMA ** 2 : 0))
    );
    const {inverse, logDeterminant} = eliminate(noisy);
    const solved = times(inverse, y);
    sum -= 0.5 * (logDeterminant + y.reduce((total, value, i) => total + value * solved[i], 0));
  }
  return sum;
}

describe.each([1, 2, 3, 4])("what levels say of %i coefficients", (k) => {
  const data = simulate(k, `levels of ${k}`);
  const evidence = evidenceOf(k, data);

  it("is the density of their data, up to a constant that no scale changes", () => {
    const zero = slowEvidence(data, new Float64Array(k * k));
    // Without scale there is nothing to say.
    expectClose(evidence.logEvidence(new Float64Array(k * k)), 0, {absolute: 0});
    for (let i = 0; i < 20; ++i) {
      const scale = lower(k, `scale ${i}`);
      const expected = slowEvidence(data, scale) - zero;
      expectClose(evidence.logEvidence(scale), expected, {relative: 1e-10, absolute: 1e-10});
    }
  });

  it.each([1e-6, 1e-3, 1e3, 1e5])("stays exact when the scale is multiplied by %d", (factor) => {
    const scale = lower(k, "extreme").map((value) => value * factor);
    const padded = pad(evidence, k, scale);
    expectClose(evidence.logEvidence(scale), padded, {relative: 1e-6, absolute: 1e-9});
  });

  it("draws coefficients from their posterior at every level", () => {
    const scale = lower(k, "draws");
    const {mean, covariance} = probe((generator) => {
      evidence.draw(scale, generator);
      return evidence.standard;
    });
    // z ~ N(0, I) and y ~ N(Z S z, σ²I): precision I + S'Z'ZS/σ², pull S'Z'y/σ².
    const expected = {mean: new Float64Array(k * LEVELS), covariance: zeros(k * LEVELS)};
    data.forEach(({z, y}, j) => {
      const columns = transpose(z.length ? product(z, square(scale)) : zeros(1, k));
      const rows = transpose(columns);
      const precision = product(columns, rows).map((row, a) =>
        row.map((value, b) => value / SIGMA ** 2 + Number(a === b))
      );
      const {inverse} = eliminate(precision);
      const pull = times(columns, z.length ? y : [0]).map((value) => value / SIGMA ** 2);
      times(inverse, pull).forEach((value, a) => (expected.mean[a * LEVELS + j] = value));
      inverse.forEach((row, a) => {
        row.forEach((value, b) => (expected.covariance[a * LEVELS + j][b * LEVELS + j] = value));
      });
    });
    expectClose(mean, expected.mean, {relative: 1e-10, absolute: 1e-12});
    expectClose(covariance.flat(), expected.covariance.flat(), {absolute: 1e-12});
    const scaled = Array.from({length: k * LEVELS}, (_, i) =>
      square(scale)[Math.floor(i / LEVELS)].reduce(
        (sum, s, c) => sum + s * evidence.standard[c * LEVELS + (i % LEVELS)],
        0
      )
    );
    expectClose(evidence.values, scaled, {relative: 1e-12, absolute: 1e-14});
  });
});

/** The same evidence by the general way, with a third and fourth coefficient that do nothing. */
function pad({quadratic, linear}: LevelEvidence, k: number, scale: Float64Array): number {
  const wide = new LevelEvidence(k + 3, LEVELS);
  const out = new Float64Array((k + 3) ** 2);
  for (let a = 0; a < k; ++a) for (let b = 0; b < k; ++b) out[a * (k + 3) + b] = scale[a * k + b];
  for (let j = 0; j < LEVELS; ++j)
    for (let a = 0; a < k; ++a) {
      wide.linear[j * (k + 3) + a] = linear[j * k + a];
      for (let b = 0; b < k; ++b)
        wide.quadratic[(j * (k + 3) + a) * (k + 3) + b] = quadratic[(j * k + a) * k + b];
    }
  return wide.logEvidence(out);
}

describe("LevelEvidence", () => {
  it.each([1, 2, 3])("meets a scale of %i beyond numbers without an error", (k) => {
    const evidence = evidenceOf(k, simulate(k, "beyond"));
    const scale = lower(k, "beyond").map((value) => value * 1e200);
    expect(evidence.logEvidence(scale)).not.toBeGreaterThan(0);
  });
});
