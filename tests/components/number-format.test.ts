import {describe, expect, it} from "vitest";
import {numberFormat} from "../../src/components/number-format.js";

describe("numberFormat", () => {
  it("separates thousands and writes as many decimals as asked", () => {
    expect(numberFormat(0).format(1234567.8)).toBe("1,234,568");
    expect(numberFormat(2).format(0.5)).toBe("0.50");
  });

  it("is made once for each number of decimals", () => {
    expect(numberFormat(3)).toBe(numberFormat(3));
    expect(numberFormat(3)).not.toBe(numberFormat(4));
  });
});
