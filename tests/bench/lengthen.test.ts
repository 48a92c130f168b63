import {describe, expect, it} from "vitest";
import {longEnough} from "../../bench/lengthen.js";
import type {Measurement} from "../../bench/measurement.js";
import type {Lengths} from "../../bench/models.js";

const lengths = {chains: 4, warmup: 1000, draws: 1000};

/** A run of 20 variables: `start` seconds until the code is compiled, then `each` for a draw. */
function machine(start: number, each: number) {
  const runs: number[] = [];
  const run = (asked: Lengths) => {
    runs.push(asked.draws);
    return {
      ...asked,
      sampling_seconds: start + each * asked.chains * asked.draws,
      n_parameters: 12,
      n_effects: 8
    } as Measurement;
  };
  return {run, runs};
}

describe("longEnough", () => {
  it("keeps a run that samples for the seconds asked for", () => {
    const {run, runs} = machine(0, 1e-3);
    expect(longEnough(run, lengths, 1).draws).toBe(1000);
    expect(runs).toEqual([1000]);
  });
  it("repeats a short run with more draws until it samples that long", () => {
    // Seven eighths of the first run are compilation: the guess made from it falls short.
    const {run, runs} = machine(0.07, 2.5e-6);
    const measured = longEnough(run, lengths, 1);
    expect(measured.sampling_seconds).toBeGreaterThanOrEqual(1);
    expect(measured.draws).toBe(runs.at(-1));
    expect(runs.length).toBeGreaterThan(2);
    // One second needs 93,000 draws a chain; a third more is spare.
    expect(measured.draws).toBeLessThan(130_000);
  });
  it("stops where the draws would be more numbers than memory is for", () => {
    const {run, runs} = machine(0, 1e-9);
    const measured = longEnough(run, lengths, 1);
    expect(measured.draws).toBe(5e7 / (4 * 20));
    expect(runs).toHaveLength(2);
  });
  it("leaves a run alone when no seconds are asked for", () => {
    const {run, runs} = machine(0, 1e-9);
    longEnough(run, lengths, 0);
    expect(runs).toHaveLength(1);
  });
});
