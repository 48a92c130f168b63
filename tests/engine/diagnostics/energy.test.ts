import {describe, expect, it} from "vitest";
import {energyBfmi} from "../../../src/engine/diagnostics/energy.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

describe("energyBfmi(energies, chains, iterations)", () => {
  it("is squared changes over squares about the mean, chain by chain", () => {
    // Changes 1, 1, 1 over squares 9/4, 1/4, 1/4, 9/4; then changes 4, 4, 4 over four squares of 2.
    const energies = Float64Array.of(0, 1, 2, 3, 0, 4, 0, 4);
    expectClose(energyBfmi(energies, 2, 4), [3 / 5, 48 / 16], {relative: 1e-15});
  });

  it("is near 2 for independent energies", () => {
    const n = 100_000;
    const generator = createGenerator("energy");
    const energies = Float64Array.from({length: n}, () => generator.normal());
    // One lag-1 correlation enters twice: sd 2 / √n; 4.5 of them.
    expectClose(energyBfmi(energies, 1, n), [2], {absolute: (4.5 * 2) / Math.sqrt(n)});
  });

  it("is NaN for a chain of constant, single or NaN energies, and for that chain only", () => {
    const energies = Float64Array.of(1, 1, 1, 0, 1, 0, 0, NaN, 1);
    const [constant, sound, missing] = energyBfmi(energies, 3, 3);
    expect([constant, missing]).toEqual([NaN, NaN]);
    expect(sound).toBeGreaterThan(0);
    expect(energyBfmi(Float64Array.of(5), 1, 1)[0]).toBeNaN();
  });
});
