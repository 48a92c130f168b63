import {describe, expect, it} from "vitest";
import {locationOf} from "../../../src/engine/math/location.js";

describe("locationOf", () => {
  it.each([1, 2, 3, 10, 1001, 5000])("is the median and mad of %d sorted values", (n) => {
    const y = Float64Array.from({length: n}, (_, i) => 1e3 * Math.sin(i * i) + (i % 7 ? 0 : 500));
    const middle = (values: number[]) => {
      const sorted = values.toSorted((a, b) => a - b);
      return (sorted[Math.floor((n - 1) / 2)] + sorted[Math.floor(n / 2)]) / 2;
    };
    const centre = middle([...y]);
    expect(locationOf(y)).toEqual({
      median: centre,
      mad: middle([...y].map((value) => Math.abs(value - centre)))
    });
  });

  it("leaves the values in their order", () => {
    const y = Float64Array.of(3, 1, 2);
    locationOf(y);
    expect([...y]).toEqual([3, 1, 2]);
  });
});
