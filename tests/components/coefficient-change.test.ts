import {describe, expect, it} from "vitest";
import {signChanges} from "../../src/components/coefficient-change.js";
import {estimate} from "./effect-rows.js";

describe("signChanges", () => {
  const pair = (label: string, published: number, corrected: number) => ({
    label,
    published: estimate(published),
    corrected: estimate(corrected)
  });
  it("names coefficients whose 50% intervals lie on opposite sides of zero", () => {
    expect(signChanges([pair("a", 0.3, -0.3), pair("b", 0.3, 0.2), pair("c", -0.3, 0.11)])).toEqual(
      ["a", "c"]
    );
  });
  it("does not count a flutter around zero", () => {
    expect(signChanges([pair("a", 0.3, -0.05), pair("b", 0.05, -0.05)])).toEqual([]);
    expect(signChanges([])).toEqual([]);
  });
});
