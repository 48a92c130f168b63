import {describe, expect, it} from "vitest";
import {normalCdf} from "../../../src/engine/math/special.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {drawNormal} from "../../../src/engine/random/normal.js";
import {expectClose} from "../../assert.js";

describe("drawNormal(generator)", () => {
  const n = 1_000_000;
  const generator = createGenerator("normal");
  const draws = Float64Array.from({length: n}, () => drawNormal(generator));
  const share = (holds: (z: number) => boolean) =>
    draws.reduce((count, z) => count + Number(holds(z)), 0) / n;

  // All allowances are 4.5 standard errors of a million independent draws.
  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
    [6, 15, 10170]
  ])("has a moment of order %d of %d", (order, expected, variance) => {
    const moment = draws.reduce((sum, z) => sum + z ** order, 0) / n;
    expectClose(moment, expected, {absolute: 4.5 * Math.sqrt(variance / n)});
  });

  it.each([0.5, 1, 2, 3, 3.6, 3.7, 4, 4.5])("exceeds ±%d as often as a normal", (bound) => {
    const p = normalCdf(-bound);
    const allowed = {absolute: 4.5 * Math.sqrt((p * (1 - p)) / n)};
    expectClose(
      share((z) => z > bound),
      p,
      allowed
    );
    expectClose(
      share((z) => z < -bound),
      p,
      allowed
    );
  });

  it("fills 200 cells of equal probability evenly, so that no layer is off", () => {
    const counts = new Float64Array(200);
    for (const z of draws) counts[Math.min(Math.floor(normalCdf(z) * 200), 199)]++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 200) ** 2 / (n / 200), 0);
    // 199 degrees of freedom.
    expectClose(chiSquare, 199, {absolute: 4.5 * Math.sqrt(398)});
  });

  it("has neighbouring draws uncorrelated", () => {
    let sum = 0;
    for (let i = 1; i < n; i++) sum += draws[i] * draws[i - 1];
    expectClose(sum / n, 0, {absolute: 4.5 / Math.sqrt(n)});
  });

  it("reaches the tail beyond the last layer", () => {
    // The expected largest of a million |z| is near 4.9; 3.654 is where the layers end.
    const largest = draws.reduce((most, z) => Math.max(most, Math.abs(z)), 0);
    expect(largest).toBeGreaterThan(4.2);
    expect(largest).toBeLessThan(7);
  });
});
