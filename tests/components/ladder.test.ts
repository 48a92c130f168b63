// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {LadderFigures} from "../../src/components/ladder-figures.js";
import {ladderReading, laddersReading} from "../../src/components/ladder-readings.js";
import {
  fittedRungs,
  largestEffect,
  poolingTurns,
  signTurns
} from "../../src/components/ladder-rows.js";
import {LadderSlopes} from "../../src/components/ladder-slopes.js";
import {Ladder} from "../../src/components/ladder.js";
import {createHighlight} from "../../src/components/highlight.js";
import type {EffectRow, Rung} from "../../src/components/types.js";
import {all, groupsOf, num, reached, words, xOf} from "./drawn.js";
import {estimate, outcome} from "./effect-rows.js";
import {modifiers, respondents} from "./respondents.js";

const nothing = estimate(NaN);
const rungs: readonly Rung[] = ["complete", "additive", "partial", "saturated"];

/** A group with points on the four rungs, in points of the outcome; NaN for none. */
function group(i: number, points: readonly number[]): EffectRow {
  const made = points.map((point) => (Number.isNaN(point) ? nothing : estimate(point / 100)));
  return {...respondents[i], rungs: Object.fromEntries(rungs.map((rung, k) => [rung, made[k]]))};
}

const turned = group(0, [20, 10, 5, -30]);
const plain = group(1, [20, 25, 30, 60]);
const armless = {...group(2, [20, 15, 12, NaN]), n_treated: 0};
const rows = [turned, plain, armless];

describe("the rungs", () => {
  it("are those of which some group has an estimate", () => {
    expect(fittedRungs(rows)).toEqual(rungs);
    expect(fittedRungs([armless])).toEqual(["complete", "additive", "partial"]);
  });
  it("turn the sign between neighbours that have one", () => {
    expect(signTurns(turned)).toEqual([["partial", "saturated"]]);
    expect(signTurns(group(3, [-1, 2, NaN, -3]))).toEqual([
      ["complete", "additive"],
      ["additive", "saturated"]
    ]);
    expect(signTurns(plain)).toEqual([]);
    // Equal means, of which a sum's last digits make -1e-15.
    expect(signTurns(group(4, [NaN, NaN, 0.2, -1e-15]))).toEqual([]);
    expect(poolingTurns(group(4, [NaN, NaN, 0.2, -1e-15]))).toBe(false);
    expect(poolingTurns(group(4, [NaN, NaN, 0.2, -1e-3]))).toBe(true);
  });
  it("tell which group has the largest effect", () => {
    expect(largestEffect(rows)).toBe(plain);
    expect(largestEffect([])).toBeUndefined();
  });
});

describe("ladderReading", () => {
  it("tells specification from pooling by the numbers", () => {
    expect(ladderReading(plain, rungs, {outcome})).toBe(
      "Specification moves it by +35 points (OLS without interactions among modifiers +25 points, OLS with all interactions +60 points) and pooling moves it by −30 points (OLS with all interactions +60 points, partial pooling +30 points). The sign is the same on every rung."
    );
  });
  it("names the rungs between which the sign turns", () => {
    expect(ladderReading(turned, rungs, {outcome})).toMatch(
      /The sign turns between partial pooling and OLS with all interactions\.$/
    );
  });
  it("says why there is no raw estimate, and that the rest cannot be told apart", () => {
    const reading = ladderReading(armless, rungs, {outcome});
    expect(reading).toContain("no estimate here (not estimable: nobody in one arm)");
    expect(reading).toContain("by −3 points (+15 points to +12 points), which mixes");
    expect(ladderReading(armless, ["complete", "partial"], {outcome})).toContain(
      "not fitted for this model"
    );
  });
});

describe("laddersReading", () => {
  it("counts which step moves estimates further, turned signs and missing estimates", () => {
    // Turned: 40 points of specification, 35 of pooling; plain: 35 and 30.
    expect(laddersReading(rows, {outcome})).toBe(
      "Specification (all interactions instead of none) moves the estimate further than pooling does in all 2 groups. Pooling moves none further than that of non-white women, internationalism 1, assertiveness 1: from −30 points to +5 points. It turns the sign of 1 of 2 estimates: non-white women, internationalism 1, assertiveness 1. 1 of 3 groups has no raw estimate to pool."
    );
  });
  it("says so when nothing turns or nothing can be told apart", () => {
    expect(laddersReading([plain], {outcome})).toContain("It turns the sign of no estimate.");
    expect(laddersReading([armless], {outcome})).toMatch(/cannot be told apart\.$/);
  });
});

describe("Ladder", () => {
  it("draws a point per rung at its estimate, and the arrow to the pooled one", () => {
    const figure = Ladder(plain, {outcome, fitted: rungs});
    const points = all(figure, `[aria-label="dot"] [data-group]`);
    expect(groupsOf(points)).toEqual(rungs);
    expect(reached(figure)).toEqual(rungs);
    const partial = points.find((mark) => mark.getAttribute("data-group") === "partial");
    expect(num(partial, "cx")).toBeCloseTo(xOf(figure, 30), 6);
    expect(all(figure, "[marker-end]").length).toBeGreaterThan(0);
  });
  it("marks a turned sign and says why a rung is empty", () => {
    expect(words(Ladder(turned, {outcome, fitted: rungs}))).toContain("⇄ −30");
    const figure = Ladder(armless, {outcome, fitted: rungs});
    expect(words(figure)).toContain("not estimable: nobody in one arm");
    expect(all(figure, "[marker-end]")).toHaveLength(0);
    const fewer = Ladder(armless, {outcome, fitted: ["complete", "additive", "partial"]});
    expect(words(fewer)).toContain("not fitted for this model");
  });
  it("sets names above the estimates on a phone", () => {
    const figure = Ladder(plain, {outcome, fitted: rungs, width: 300});
    expect(words(figure)).toContain("OLS without interactions among modifiers");
    expect(num(figure, "height")).toBeGreaterThan(
      num(Ladder(plain, {outcome, fitted: rungs}), "height")
    );
  });
});

describe("LadderSlopes", () => {
  it("draws every group from rung to rung, the largest effect first for the keyboard", () => {
    const figure = LadderSlopes(rows, {outcome});
    expect([...new Set(reached(figure))]).toEqual([plain, armless, turned].map((r) => r.group));
    expect(reached(figure)).toHaveLength(3 + 2 + 3);
    expect(all(figure, "[stroke-dasharray] [data-group]")).toHaveLength(1);
  });
  it("says what dashes and hollow points mean, only where there are some", () => {
    expect(words(LadderSlopes(rows, {outcome}))).toEqual(
      expect.arrayContaining(["pooling turns the sign (dashed)", "no raw estimate"])
    );
    expect(words(LadderSlopes([plain], {outcome})).join()).not.toMatch(/turns|no raw/);
  });
  it("says a sentence where there is nothing to compare with", () => {
    const alone = {...plain, rungs: {partial: estimate(0.1)}};
    expect(LadderSlopes([alone], {outcome}).textContent).toMatch(/^This model has no estimate/);
  });
});

describe("LadderFigures", () => {
  it("are a sentence and no figure of new groups, which OLS knows nothing of", () => {
    const alone = rows.map((row) => ({...row, rungs: {partial: row.rungs.partial}}));
    const node = LadderFigures(alone, {
      ...{outcome, modifiers, highlight: createHighlight()},
      ...{number: 4, name: "x", of: "a model"}
    });
    expect(node.textContent).toMatch(/^OLS has no estimates of these effects/);
    expect(node.querySelector("figure, svg")).toBeNull();
  });
  it("shows the largest effect at first, then the group that is pinned", () => {
    const highlight = createHighlight();
    const node = LadderFigures(rows, {
      outcome,
      modifiers,
      highlight,
      number: 4,
      name: "x",
      of: "a model"
    });
    document.body.replaceChildren(node);
    const title = (): string | null => node.querySelector("#ladder-title")!.textContent;
    expect(title()).toBe(
      "Figure 4Non-white women, internationalism 1, assertiveness 2: +20 to +60 points, depending on how much is pooled"
    );
    highlight.pin(turned.group);
    expect(title()).toContain("assertiveness 1: −30 to +20 points");
    expect(node.querySelector("#ladder figcaption")!.textContent).toContain("The pinned group is");
    highlight.pin("elsewhere");
    expect(title()).toContain("assertiveness 2");
    // A pin on a rung is no pin on a group.
    node.querySelector("#ladder [data-focus]")!.dispatchEvent(new Event("click", {bubbles: true}));
    expect(highlight.pinned).toBe("elsewhere");
  });
});
