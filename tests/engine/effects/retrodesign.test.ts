import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {retrodesign} from "../../../src/engine/effects/retrodesign.js";
import {InputError} from "../../../src/engine/error.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

/** Gelman and Carlin (2014), their two examples, and two of a power analysis; to their digits. */
const published = [
  {effect: 2, se: 8.1, power: 0.057, wrong: 0.2396, times: 9.54},
  {effect: 0.1, se: 3.28, power: 0.0501, wrong: 0.4644, times: 76.69},
  {effect: 2.8, se: 1, power: 0.7996, wrong: 1.2e-6, times: 1.125},
  {effect: 0.7, se: 1, power: 0.1077, wrong: 0.0363, times: 3.473}
];

describe("retrodesign", () => {
  it.each(published)(
    "of an effect of $effect with a standard error of $se has the published power, Type S and Type M",
    ({effect, se, power, wrong, times}) => {
      const found = retrodesign(effect, se);
      expectClose(found.power, power, {absolute: 0.00005}, "power");
      expectClose(found.wrong_sign, wrong, {absolute: wrong < 1e-5 ? 5e-8 : 0.00005}, "Type S");
      // One unit of the last printed digit: half of it is the rounding.
      expectClose(found.exaggeration, times, {relative: 0.0006}, "Type M");
    }
  );

  it.each([
    {effect: 2, se: 8.1},
    {effect: -0.7, se: 1},
    {effect: 2.8, se: 1}
  ])("is what a million simulated estimates of $effect ± $se show", ({effect, se}) => {
    const generator = createGenerator("retrodesign", 0);
    const n = 1_000_000;
    let significant = 0;
    let wrong = 0;
    let sizes = 0;
    let squares = 0;
    for (let i = 0; i < n; ++i) {
      const estimate = effect + se * generator.normal();
      if (Math.abs(estimate) <= 1.959963984540054 * se) continue;
      significant += 1;
      wrong += Number(Math.sign(estimate) !== Math.sign(effect));
      const size = Math.abs(estimate / effect);
      sizes += size;
      squares += size * size;
    }
    const found = retrodesign(effect, se);
    // Four standard errors of the simulation: one run in 16,000 would miss.
    const off = (p: number, of: number) => 4 * Math.sqrt(Math.max(p * (1 - p), 1e-6) / of);
    expectClose(significant / n, found.power, {absolute: off(found.power, n)}, "power");
    expectClose(
      wrong / significant,
      found.wrong_sign,
      {absolute: off(found.wrong_sign, significant)},
      "Type S"
    );
    const mean = sizes / significant;
    const spread = Math.sqrt(squares / significant - mean * mean);
    expectClose(
      mean,
      found.exaggeration,
      {absolute: (4 * spread) / Math.sqrt(significant)},
      "Type M"
    );
  });

  it("knows no direction and no unit", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.01, max: 20, noNaN: true}),
        fc.double({min: 0.1, max: 10, noNaN: true}),
        (effect, se) => {
          const found = retrodesign(effect, se);
          expect(retrodesign(-effect, se)).toEqual(found);
          const scaled = retrodesign(effect * 100, se * 100);
          expectClose(scaled.power, found.power, {relative: 1e-12});
          expect(found.exaggeration).toBeGreaterThanOrEqual(1);
          expect(found.wrong_sign).toBeLessThanOrEqual(0.5);
        }
      )
    );
  });

  it("of no effect is at its limits: the level, a coin, no bound", () => {
    const none = retrodesign(0, 1, 0.1);
    expectClose(none.power, 0.1, {relative: 1e-12});
    expect(none.wrong_sign).toBe(0.5);
    expect(none.exaggeration).toBe(Infinity);
  });

  it("is unknown where the effect is", () => {
    expect(retrodesign(NaN, 1)).toEqual({power: NaN, wrong_sign: NaN, exaggeration: NaN});
  });

  it("refuses an error or a level that is none", () => {
    expect(() => retrodesign(1, 0)).toThrow(InputError);
    expect(() => retrodesign(1, -2)).toThrow("invalid standard error: -2; must be above 0");
    expect(() => retrodesign(1, 1, 1)).toThrow("invalid level: 1; must be between 0 and 1");
  });
});
