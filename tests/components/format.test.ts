import {describe, expect, it} from "vitest";
import {
  agree,
  capitalise,
  count,
  every,
  effectNumber,
  effectText,
  estimateText,
  frequencyText,
  intervalText,
  listText,
  numberText,
  percentText,
  probabilityText,
  signedText,
  signedTick,
  unitName
} from "../../src/components/format.js";
import type {Outcome} from "../../src/components/format.js";

const points: Outcome = {
  label: "support for force",
  unit: "percentage points more willing to use force",
  factor: 100,
  digits: 0
};
const scale: Outcome = {
  label: "support for sanctions",
  unit: "scale points more supportive of sanctions",
  factor: 1,
  digits: 2
};

describe("numbers", () => {
  it("carry a true minus and separate thousands", () => {
    expect(numberText(-1234.5, 1)).toBe("−1,234.5");
  });
  it("are never minus zero, also after rounding", () => {
    expect(numberText(-0.04, 1)).toBe("0.0");
    expect(numberText(-0)).toBe("0");
    expect(signedText(-0.4)).toBe("0");
    expect(signedTick(-0)).toBe("0");
  });
  it("get a plus only when what is shown is above zero", () => {
    expect(signedText(0.6)).toBe("+1");
    expect(signedText(0.4)).toBe("0");
  });
  it("that do not exist are said so in words", () => {
    expect(numberText(NaN, 2)).toBe("not estimable");
    expect(effectText(NaN, points)).toBe("not estimable");
    expect(intervalText(NaN, 0.2, points)).toBe("not estimable");
    expect(percentText(NaN)).toBe("unknown");
  });
  it("of an interval that is clear of zero are never printed as zero, and of others as they are", () => {
    expect(intervalText(0.003, 0.05, points)).toBe("+0.3 to +5");
    expect(intervalText(-0.05, -0.0004, points)).toBe("−5 to −0.04");
    expect(intervalText(0.0002, 0.004, points)).toBe("+0.02 to +0.4");
    expect(intervalText(1e-9, 0.05, points)).toBe("just above 0 to +5");
    expect(intervalText(-0.003, 0.05, points)).toBe("0 to +5");
    expect(intervalText(0, 0.05, points)).toBe("0 to +5");
    expect(intervalText(0.18, 0.49, points)).toBe("+18 to +49");
  });
  it("on ticks show no more digits than they need", () => {
    expect([-10, 0, 20, 0.1 + 0.2, -2.5].map(signedTick)).toEqual([
      "−10",
      "0",
      "+20",
      "+0.3",
      "−2.5"
    ]);
  });
});

describe("effects", () => {
  it("are shown in the study's unit", () => {
    expect(effectNumber(0.334, points)).toBe("+33");
    expect(effectText(0.334, points)).toBe("+33 points");
    expect(effectText(-0.456, scale)).toBe("−0.46 scale points");
  });
  it("of exactly one unit take the singular", () => {
    expect(effectText(0.01, points)).toBe("+1 point");
    expect(effectText(-0.01, points)).toBe("−1 point");
    expect(effectText(0.11, points)).toBe("+11 points");
  });
  it("name their unit without its direction", () => {
    expect(unitName(points)).toBe("percentage points");
    expect(unitName({...points, unit: "years"})).toBe("years");
  });
  it("say the width that was asked for and its limits", () => {
    const estimate = {
      median: 0.56,
      mean: 0.55,
      sd: 0.1,
      lower: {50: 0.5, 80: 0.43, 90: 0.39, 95: 0.37},
      upper: {50: 0.62, 80: 0.68, 90: 0.72, 95: 0.74}
    };
    expect(estimateText(estimate, points)).toBe("+56 percentage points, 95% interval +37 to +74");
    expect(estimateText(estimate, points, {width: 80, point: "mean"})).toBe(
      "+55 percentage points, 80% interval +43 to +68"
    );
  });
});

describe("probabilities", () => {
  it("are never certain", () => {
    expect([1, 0.995, 0.97, 0.004, 0].map(probabilityText)).toEqual([
      "more than 99%",
      "more than 99%",
      "97%",
      "less than 1%",
      "less than 1%"
    ]);
    expect(probabilityText(NaN)).toBe("unknown");
  });
  it("become natural frequencies with the smallest denominator that tells them from none and all", () => {
    expect([0.95, 0.5, 0.99, 0.001, 0.9996, 1, 0].map(frequencyText)).toEqual([
      "19 of 20",
      "10 of 20",
      "99 of 100",
      "1 of 1,000",
      "more than 999 of 1,000",
      "more than 999 of 1,000",
      "fewer than 1 of 1,000"
    ]);
    // 17 of 20 are 85%.
    expect([0.87, 0.855, 0.8].map(frequencyText)).toEqual(["87 of 100", "86 of 100", "16 of 20"]);
    expect(frequencyText(NaN)).toBe("unknown");
  });
});

describe("words", () => {
  it("agree with their count", () => {
    expect(count(87, "group")).toBe("87 groups");
    expect(count(1, "group")).toBe("1 group");
    expect(count(0, "group")).toBe("no groups");
    expect(count(1200, "country", "countries")).toBe("1,200 countries");
    expect(agree(1, "is", "are")).toBe("is");
    expect(agree(0, "is", "are")).toBe("are");
  });
  it("say all of them as one would", () => {
    const all = [1, 2, 4].map((n) => every(n, "model"));
    expect(all).toEqual(["the model", "both models", "all 4 models"]);
    expect(every(2, "study", "studies")).toBe("both studies");
  });
  it("are listed with a conjunction before the last", () => {
    expect(listText([])).toBe("");
    expect(listText(["a"])).toBe("a");
    expect(listText(["a", "b", "c"])).toBe("a, b and c");
    expect(listText(["a", "b"], "or")).toBe("a or b");
  });
  it("are capitalised without touching the rest", () => {
    expect(capitalise("white women, DEM")).toBe("White women, DEM");
  });
});
