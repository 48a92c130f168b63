// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {changeText} from "../../src/components/coefficient-change.js";
import {CoefficientPairs} from "../../src/components/coefficient-pairs.js";
import {all, num, reached, words, xOf} from "./drawn.js";
import {estimate, outcome} from "./effect-rows.js";

const pair = (key: string, published: number, corrected: number) => ({
  key,
  label: `Coefficient ${key}`,
  published: estimate(published, 0.02),
  corrected: estimate(corrected, 0.02)
});
const pairs = [pair("a", 0.1, 0.2), pair("b", -0.1, 0.1), pair("c", 0.1, 0.01)];

describe("CoefficientPairs", () => {
  it("joins the published to the corrected estimate of each coefficient", () => {
    const figure = CoefficientPairs(pairs, {outcome});
    expect(reached(figure)).toEqual(["a", "b", "c"]);
    const [link] = all(figure, `[aria-label="link"] path[data-group="b"]`);
    const ends = [...link.getAttribute("d")!.matchAll(/[ML]([^,]+),/g)].map((m) => Number(m[1]));
    // Plot rounds paths to three decimals.
    expect(ends[0]).toBeCloseTo(xOf(figure, -10), 2);
    expect(ends[1]).toBeCloseTo(xOf(figure, 10), 2);
  });
  it("draws the published interval dashed and above the corrected one", () => {
    const figure = CoefficientPairs(pairs, {outcome});
    const rules = all(figure, `[aria-label="rule"]`).filter((m) => m.querySelector("[data-group]"));
    const dashed = rules.filter((mark) => mark.getAttribute("stroke-dasharray") !== null);
    expect(dashed).toHaveLength(1);
    expect(dashed[0].getAttribute("transform")).toMatch(/,-\d/);
    const line = dashed[0].querySelector(`[data-group="a"]`) ?? undefined;
    expect(num(line, "x1")).toBeCloseTo(xOf(figure, 6.2), 6);
  });
  it("says the numbers and what changes", () => {
    const said = words(CoefficientPairs(pairs, {outcome}));
    expect(said).toContain("\u221210 \u2192 +10");
    expect(said).toEqual(expect.arrayContaining(["changes sign", "no longer clear of zero"]));
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(CoefficientPairs([], {outcome}).textContent).toMatch(/^No coefficient/);
  });
});

describe("changeText", () => {
  it("is empty when sign and clearness stay", () => {
    expect(changeText(pair("a", 0.1, 0.2))).toBe("");
  });
  it("marks a coefficient that becomes clear of zero, and one that turns as well", () => {
    expect(changeText(pair("a", 0.01, 0.2))).toBe("now clear of zero");
    expect(changeText(pair("a", 0.1, -0.01))).toBe("changes sign, no longer clear of zero");
  });
  it("judges by the reader's interval", () => {
    // Half a 50% interval is 2 points, half a 95% interval 3.8: 3 points are clear of zero at 50% only.
    expect(changeText(pair("a", 0.1, 0.03), {interval: 95})).toBe("no longer clear of zero");
    expect(changeText(pair("a", 0.1, 0.03), {interval: 50})).toBe("");
  });
});
