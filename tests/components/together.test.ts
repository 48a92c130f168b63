import {describe, expect, it, vi} from "vitest";
import {createLens, type Answer} from "../../src/components/lens.js";
import {togetherOf} from "../../src/components/together.js";
import {estimate} from "./effect-rows.js";
import {respondents} from "./respondents.js";

const outcome = {label: "Support", unit: "points", factor: 100, digits: 0};
const keys = (n: number): Set<string> => new Set(respondents.slice(0, n).map(({group}) => group));

describe("togetherOf", () => {
  const answer = {estimate: estimate(0.2), p_positive: 0.9, n: 25} as Answer;
  const together = vi.fn(() => Promise.resolve(answer));
  const lens = {...createLens("groups", respondents), together};

  it("says what some groups of the model come to", async () => {
    const say = togetherOf(lens, "m", {outcome});
    expect(await say(keys(25))).toMatch(/^Together, weighted by size: \+20 points.*n = 25\.$/);
    expect(together).toHaveBeenCalledWith(respondents.slice(0, 25));
  });
  it("says nothing of one group, of all, of another model's, or without draws", async () => {
    together.mockClear();
    const say = togetherOf(lens, "m", {outcome});
    expect(await say(keys(1))).toBe("");
    expect(await say(keys(100))).toBe("");
    expect(await togetherOf(lens, "other", {outcome})(keys(25))).toBe("");
    expect(together).not.toHaveBeenCalled();
    expect(await togetherOf(createLens("groups", respondents), "m", {outcome})(keys(25))).toBe("");
    const offline = {...lens, together: () => Promise.reject(new Error("offline"))};
    expect(await togetherOf(offline, "m", {outcome})(keys(25))).toBe("");
  });
});
