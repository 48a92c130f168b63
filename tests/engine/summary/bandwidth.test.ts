import {describe, expect, it} from "vitest";
import {silvermanBandwidth} from "../../../src/engine/summary/bandwidth.js";
import {expectClose} from "../../assert.js";
import {samples} from "./samples.js";

describe("silvermanBandwidth(sorted)", () => {
  it.each(samples)("agrees with R's bw.nrd0() on the sample %s", (_, sample) => {
    const sorted = Float64Array.from(sample.values).sort();
    expectClose(silvermanBandwidth(sorted), sample.bandwidth, {relative: 1e-13});
  });

  it("is zero for equal draws and NaN for fewer than two", () => {
    expect(silvermanBandwidth(Float64Array.of(2, 2, 2))).toBe(0);
    expect(silvermanBandwidth(Float64Array.of(2))).toBeNaN();
  });
});
