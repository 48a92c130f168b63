import {describe, expect, it} from "vitest";
import {narrowingTitle, shiftReading} from "../../src/components/pooling-readings.js";
import type {EffectRow} from "../../src/components/types.js";
import {estimate, groups, outcome, tie, voter} from "./effect-rows.js";

const [model] = groups(voter);

describe("narrowingTitle", () => {
  const pair = (partial: number, saturated: number): EffectRow => ({
    ...model,
    rungs: {partial: estimate(0, partial), saturated: estimate(0, saturated)}
  });
  it("counts the groups whose interval is narrower", () => {
    expect(narrowingTitle([pair(1, 2), pair(2, 1), pair(1, 3)])).toBe(
      "Pooling narrows the interval of 2 of 3"
    );
  });
  it("says every one when it is every one, and does not count a tie", () => {
    expect(narrowingTitle([pair(1, 2), pair(1, 3)])).toBe(
      "Pooling narrows the interval of every one of the 2"
    );
    expect(narrowingTitle([pair(1, 1), pair(1, 3)])).toBe("Pooling narrows the interval of 1 of 2");
  });
  it("compares only groups that have both intervals", () => {
    const alone = {...model, rungs: {partial: estimate(0), saturated: estimate(NaN)}};
    expect(narrowingTitle([pair(1, 2), alone, pair(3, 2)])).toBe(
      "Pooling narrows the interval of 1 of 2"
    );
  });
  it("does not call none every one", () => {
    expect(narrowingTitle([])).toBe("Pooling narrows the interval of 0 of 0");
    expect(narrowingTitle([pair(2, 1)])).toBe("Pooling narrows the interval of 0 of 1");
  });
});

describe("shiftReading", () => {
  it("names the group that moved farthest, in either direction", () => {
    // From the saturated −30 + 6i to the partial −10 + 2i points: 20 − 4i, so the first moves most.
    const rows = groups(voter, tie);
    expect(shiftReading(rows, {outcome})).toBe(
      "The largest shift is from −30 points to −10 points (Trump, trade)."
    );
  });
  it("says so when no group has both estimates", () => {
    expect(shiftReading([{...model, rungs: {partial: estimate(0.3)}}], {outcome})).toBe(
      "No group has both estimates."
    );
    expect(shiftReading([], {outcome})).toBe("No group has both estimates.");
  });
});
