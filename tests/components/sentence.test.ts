import {describe, expect, it} from "vitest";
import {estimatesSentence} from "../../src/components/sentence.js";
import {estimate, outcome} from "./effect-rows.js";

describe("estimatesSentence", () => {
  const rows = [
    {label: "woman", series: "published", estimate: estimate(-0.3)},
    {label: "man", series: "published", estimate: estimate(0.3)},
    {label: "woman", series: "corrected", estimate: estimate(-0.2)}
  ];
  it("says the estimates of one name together, each under its series", () => {
    expect(estimatesSentence(rows, "woman", {outcome})).toBe(
      "Woman: published −30 percentage points, 95% interval −49 to −11; " +
        "corrected −20 percentage points, 95% interval −39 to −1"
    );
  });
  it("says a level, which is no difference, without a plus", () => {
    const level = {...outcome, unit: "", digits: 1};
    const [, man] = rows;
    expect(estimatesSentence([{...man, series: ""}], "man", {outcome: level, signed: false})).toBe(
      "Man: 30.0, 95% interval 11.0 to 49.0"
    );
  });
  it("says nothing of a name that is not there", () => {
    expect(estimatesSentence(rows, "child", {outcome})).toBe("");
    expect(estimatesSentence([], "woman", {outcome})).toBe("");
  });
});
