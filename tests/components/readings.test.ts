import {describe, expect, it} from "vitest";
import {
  claimsReading,
  effectsReading,
  gapReading,
  rangeTitle,
  said
} from "../../src/components/readings.js";
import type {Claim} from "../../src/components/claim-types.js";
import type {EffectRow} from "../../src/components/types.js";
import {estimate, groups, outcome, voter} from "./effect-rows.js";

const [model] = groups(voter);

/** Groups with these partially pooled medians, whose 95% intervals reach 19 points to each side. */
function at(...medians: readonly number[]): EffectRow[] {
  return medians.map((median, i) => ({
    ...model,
    group: `g${i}`,
    label: `group ${i}`,
    rungs: {partial: estimate(median)}
  }));
}

function claims(...verdicts: readonly Claim["verdict"][]): Claim[] {
  return verdicts.map((verdict) => ({
    claim: "A claim",
    where: "p. 1",
    topic: "all",
    verdict,
    published: "",
    corrected: ""
  }));
}

describe("effectsReading", () => {
  it("counts the intervals on either side of zero and names the extremes", () => {
    expect(effectsReading(at(0.3, -0.4, 0.25, 0), {outcome})).toBe(
      "The 95% interval lies above zero in 2 of 4 groups and below it in 1. " +
        "Effects run from −40 points (group 1) to +30 points (group 0)."
    );
  });
  it("says none rather than 0", () => {
    expect(effectsReading(at(0.3, 0.1), {outcome})).toMatch(
      /^The 95% interval lies above zero in 1 of 2 groups and below it in none\. The largest effect is \+30 /
    );
    expect(effectsReading(at(0.05, 0.1), {outcome})).toMatch(
      /^In none of 2 groups is the 95% interval clear of zero\. /
    );
  });
  it("counts all of them", () => {
    expect(effectsReading(at(-0.5, -0.6, -0.7), {outcome})).toMatch(
      /above zero in none of 3 groups and below it in 3\. Effects run from −70 points \(group 2\) to −50 /
    );
  });
  it("follows the reader's width and point", () => {
    const reading = effectsReading(at(0.12, 0.15), {outcome, interval: 50, point: "mean"});
    expect(reading).toMatch(/^The 50% interval lies above zero in 2 of 2 groups/);
    expect(reading).toMatch(/largest effect is \+16 points \(group 1\)/);
  });
  it("counts an interval that ends at zero as not clear of it", () => {
    const [row] = at(0.5);
    const touching = {...estimate(0.5), lower: {50: 0, 80: 0, 90: 0, 95: 0}};
    const rows = [
      {...row, rungs: {partial: touching}},
      {...row, rungs: {partial: touching}}
    ];
    expect(effectsReading(rows, {outcome})).toMatch(/^In none of 2 groups/);
  });
  it("says one group in a sentence of its own", () => {
    expect(effectsReading(at(0.3), {outcome})).toBe(
      "The one group, group 0: +30 points, 95% interval +11 to +49."
    );
  });
  it("leaves out what cannot be estimated, and says so when nothing is left", () => {
    const missing = {...model, rungs: {partial: estimate(NaN)}};
    expect(effectsReading([...at(0.3), missing, {...model, rungs: {}}], {outcome})).toMatch(
      /^The one group, group 0/
    );
    expect(effectsReading([missing], {outcome})).toBe("No group has an estimate here.");
    expect(effectsReading([], {outcome})).toBe("No group has an estimate here.");
  });
  it("does not reorder the rows it is given", () => {
    const rows = at(0.3, -0.4, 0.2);
    effectsReading(rows, {outcome});
    expect(rows.map(({group}) => group)).toEqual(["g0", "g1", "g2"]);
  });
});

describe("said", () => {
  it("gives the point and the interval that the reader chose", () => {
    expect(said(estimate(0.1), {outcome})).toBe("+10 points, 95% interval −9 to +29");
    expect(said(estimate(0.1), {outcome, interval: 50, point: "mean"})).toBe(
      "+11 points, 50% interval 0 to +20"
    );
  });
});

describe("gapReading", () => {
  const than = "for one than for the other";
  it("tells a wider gap from a narrower one and leaves the sign to the verb", () => {
    expect(gapReading(estimate(0.3), {outcome, than})).toBe(
      `widened by 30 points more ${than} (95% interval +11 to +49)`
    );
    expect(gapReading(estimate(-0.3), {outcome, than})).toBe(
      `narrowed by 30 points more ${than} (95% interval −49 to −11)`
    );
  });
  it("counts one point as one", () => {
    expect(gapReading(estimate(-0.01), {outcome, than})).toMatch(/^narrowed by 1 point more /);
  });
});

describe("rangeTitle", () => {
  it("counts the posteriors and gives their ends", () => {
    expect(rangeTitle(at(0.2, -0.06, 0.53), {outcome})).toBe("3 posteriors, from −6 to +53 points");
  });
  it("has a singular, and a sentence for none", () => {
    expect(rangeTitle(at(0.2), {outcome})).toBe("1 posterior, from +20 to +20 points");
    expect(rangeTitle(at(NaN), {outcome})).toBe("No posterior to show");
  });
});

describe("claimsReading", () => {
  it("counts each verdict with its verb", () => {
    expect(
      claimsReading(claims("survives", "weakened", "does not survive", "survives", "survives"))
    ).toBe("Of 5 published claims, 3 survive, 1 is weakened and 1 does not survive.");
    expect(claimsReading(claims("weakened", "weakened", "survives"))).toBe(
      "Of 3 published claims, 1 survives and 2 are weakened."
    );
  });
  it("leaves out verdicts that no claim got", () => {
    expect(claimsReading(claims("does not survive", "does not survive"))).toBe(
      "Of 2 published claims, 2 do not survive."
    );
  });
  it("speaks of a single claim without counting, and of none at all", () => {
    expect(claimsReading(claims("survives"))).toBe("The one published claim survives.");
    expect(claimsReading(claims("weakened"))).toBe("The one published claim is weakened.");
    expect(claimsReading(claims("does not survive"))).toBe(
      "The one published claim does not survive."
    );
    expect(claimsReading([])).toBe("Published claims are tried on the real data only.");
  });
});
