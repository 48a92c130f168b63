// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from "vitest";
import {createHighlight} from "../../src/components/highlight.js";
import {PairComparison} from "../../src/components/pair-comparison.js";
import {
  classicalReading,
  differenceReading,
  exactnessReading
} from "../../src/components/pair-readings.js";
import {createComparer} from "../../src/components/pair-source.js";
import type {Comparer, PairResult} from "../../src/components/pair-types.js";
import {toArrow} from "../../src/data/arrow.js";
import {classicalTest, compareEffects} from "../../src/engine/index.js";
import {estimateText} from "../../src/components/format.js";
import {estimate, outcome} from "./effect-rows.js";
import {modifiers, respondents} from "./respondents.js";

const curve = {x: Float32Array.of(-1, 0, 1), density: Float32Array.of(0, 1, 0)};
const posterior = {estimate: estimate(0.2), curve, p_positive: 0.9, mcse_p: 0.01, mcse_mean: 0.006};
const result: PairResult = {
  first: posterior,
  second: posterior,
  difference: {...posterior, estimate: estimate(0.26), p_positive: 0.97},
  draws: 1000,
  classical: {se: 0.21, power: 0.24, wrong_sign: 0.012, exaggeration: 2.14}
};
const words = {outcome, labels: ["a", "b"] as const, allDraws: 4000};

describe("readings of a pair", () => {
  it("say the difference, its interval and how sure its sign is", () => {
    expect(differenceReading(result, words)).toBe(
      "The first effect minus the second is +26 points, 95% interval +7 to +45. The probability that it is above zero is 97% (97 of 100 draws)."
    );
    const below = {...result, difference: {...result.difference, p_positive: 0.2}};
    expect(differenceReading(below, words)).toContain("below zero is 80% (16 of 20 draws)");
  });
  it("say how many draws it rests on and how far they may be off", () => {
    expect(exactnessReading(result, words)).toMatch(
      /^It rests on 1,000 draws of each group, kept evenly from the 4,000 of the full run: their Monte Carlo error is 1\.0 percentage points for the probability\. The mean of the difference, .* are of the whole run\.$/
    );
    expect(exactnessReading(result, {...words, allDraws: 1000})).toBe(
      "It rests on all 1,000 draws of the run: their Monte Carlo error is 0.6 points for the mean of the difference and 1.0 percentage points for the probability."
    );
  });
  it("say Type S and Type M, or why there is none", () => {
    expect(classicalReading(result, words)).toBe(
      "If +26 points were the truth, OLS with all interactions, whose difference of these two has a standard error of 21 points, would call it significant at 5% with probability 24%. A significant estimate would have the wrong sign with probability 1.2% (Type S) and be 2.1 times too large on average (Type M)."
    );
    expect(classicalReading({...result, classical: null}, words)).toMatch(/does not exist/);
    const none = {...result, classical: {...result.classical!, exaggeration: Infinity}};
    expect(classicalReading(none, words)).toContain("without bound");
  });
});

const [a, b] = respondents;

describe("a comparer", () => {
  const draws = Float64Array.from({length: 400}, (_, i) => Math.sin(i * 12.9898) * 0.1);
  const files = () => ({
    engine: {compareEffects, classicalTest},
    draws: bytes({
      ".chain": Float64Array.from(draws, (_, i) => 1 + Math.floor(i / 100)),
      [`m:${a.group}`]: draws.map((x, i) => (i < 200 ? 0.3 + x : NaN)),
      [`m:${b.group}`]: draws.map((x, i) => (i < 200 ? 0.1 - x : NaN))
    }),
    covariances: bytes({
      [`m:${a.group}`]: Float64Array.of(0.04, 0.01),
      [`m:${b.group}`]: Float64Array.of(0.01, 0.09)
    })
  });
  function bytes(columns: Record<string, Float64Array>): ArrayBuffer {
    return Uint8Array.from(toArrow(columns)).buffer;
  }
  const pair = {model: "m", groups: [a.group, b.group], first: a.group, second: b.group};

  it("hands the chains that a model has to the engine, and the error of the difference", async () => {
    const found = await createComparer(() => Promise.resolve(files()))({...pair, point: "mean"});
    expect(found.draws).toBe(200);
    const own = draws.subarray(0, 200);
    const mean = own.reduce((sum, x) => sum + 0.2 + 2 * x, 0) / 200;
    expect(found.difference.estimate.mean).toBeCloseTo(mean, 6);
    expect(found.classical!.se).toBeCloseTo(Math.sqrt(0.04 + 0.09 - 0.02), 6);
  });
  it("moves draws to the means of the whole run, which the difference then has", async () => {
    const compare = createComparer(() => Promise.resolve(files()));
    const found = await compare({...pair, means: [0.5, 0.2], point: "mean"});
    expect(found.first.estimate.mean).toBeCloseTo(0.5, 12);
    expect(found.difference.estimate.mean).toBeCloseTo(0.3, 12);
    const kept = await compare({...pair, point: "mean"});
    expect(found.difference.estimate.sd).toBeCloseTo(kept.difference.estimate.sd, 12);
  });
  it("fetches once, and again after a failure", async () => {
    const load = vi.fn(() => Promise.resolve(files()));
    load.mockRejectedValueOnce(new Error("offline"));
    const compare = createComparer(load);
    await expect(compare({...pair, point: "median"})).rejects.toThrow("offline");
    await compare({...pair, point: "median"});
    await compare({...pair, point: "median"});
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe("PairComparison", () => {
  const highlight = createHighlight();
  const asked: string[] = [];
  const compare: Comparer = ({first, second}) => {
    asked.push(`${first} ${second}`);
    return Promise.resolve(result);
  };
  const make = (by: Comparer = compare): HTMLElement => {
    const node = PairComparison(respondents, {
      ...{outcome, modifiers, highlight, compare: by, allDraws: 4000},
      ...{id: "pair", name: "pair", model: "m"}
    });
    document.body.replaceChildren(node);
    return node;
  };
  const fields = (node: Element): HTMLInputElement[] => [
    ...node.querySelectorAll<HTMLInputElement>("input[type=search]")
  ];
  const status = (node: Element): string | null => node.querySelector("[role=status]")!.textContent;
  const leave = (input: HTMLInputElement, text: string): void => {
    input.value = text;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
  };
  const button = (node: Element, text: RegExp): HTMLButtonElement =>
    [...node.querySelectorAll("button")].find((one) => text.test(one.textContent))!;

  beforeEach(() => {
    history.replaceState(null, "", "/");
    highlight.pin(null);
    asked.length = 0;
  });

  it("reads no draws before two groups are chosen", () => {
    const node = make();
    expect(asked).toEqual([]);
    expect(status(node)).toMatch(/^Choose two groups/);
    expect(node.querySelector("figure")).toBeNull();
  });
  it("compares the two whose words are typed, and keeps the pair in the address", async () => {
    const node = make();
    const [first, second] = fields(node);
    leave(first, a.label);
    leave(second, "white men internationalism 5 assertiveness 5");
    expect(asked).toEqual([`${a.group} 1_1_5_5`]);
    await vi.waitFor(() => expect(node.querySelector("figure")).not.toBeNull());
    expect(new URLSearchParams(location.search).getAll("pair")).toEqual([a.group, "1_1_5_5"]);
    expect(node.querySelector(".figure-title")!.textContent).toContain(
      "against white men, internationalism 5, assertiveness 5: +26 points"
    );
    expect(node.querySelector(".pair-classical")!.textContent).toContain("Type M");
    expect(status(node)).toBe("");
  });
  it("has the groups' own numbers by the whole run, as the other figures do", async () => {
    const node = make();
    leave(fields(node)[0], a.label);
    leave(fields(node)[1], b.label);
    await vi.waitFor(() => expect(node.querySelector("figure")).not.toBeNull());
    // The draws that are kept would give 0.3 for both.
    const texts = [...node.querySelectorAll("figure [data-focus]")].map(
      (one) => one.ariaLabel ?? ""
    );
    expect(texts.join(" ")).toContain(estimateText(a.rungs.partial!, outcome));
  });
  it("says what is unclear, of which field, and what to add", () => {
    const node = make();
    leave(fields(node)[0], "white women");
    expect(status(node)).toBe(
      "First group: 25 groups fit “white women”, and two single groups are compared: add internationalism and militant assertiveness, or choose one from the list."
    );
    leave(fields(node)[1], "purple");
    expect(status(node)).toBe(
      "Second group: no group fits “purple”: take a word out, or choose one from the list."
    );
    leave(fields(node)[0], a.label);
    leave(fields(node)[1], a.label);
    expect(status(node)).toMatch(/the same group/);
  });
  it("offers the extremes, the highlighted groups, and to swap", () => {
    const node = make();
    button(node, /Largest/).click();
    expect(asked.at(-1)).toBe("1_1_5_5 0_0_1_1");
    button(node, /Swap/).click();
    expect(asked.at(-1)).toBe("0_0_1_1 1_1_5_5");
    expect(button(node, /highlighted/).hidden).toBe(true);
    highlight.select([a.group, b.group]);
    button(node, /two highlighted/).click();
    expect(asked.at(-1)).toBe(`${a.group} ${b.group}`);
    highlight.pin("1_1_1_1");
    button(node, /pinned/).click();
    expect(asked.at(-1)).toBe(`1_1_1_1 ${b.group}`);
  });
  it("opens with the pair of the address, and ignores groups it does not know", async () => {
    history.replaceState(null, "", `/?pair=${a.group}&pair=${b.group}`);
    expect(fields(make()).map(({value}) => value)).toEqual([a.label, b.label]);
    await vi.waitFor(() => expect(document.querySelector("figure")).not.toBeNull());
    history.replaceState(null, "", `/?pair=${a.group}&pair=%3Cscript%3E`);
    const node = make();
    expect(node.querySelector(".address-problem")!.textContent).toMatch(/left out\.$/);
    expect(node.querySelector("figure")).toBeNull();
  });
  it("keeps the page when draws cannot be read, and says so", async () => {
    const node = make(() => Promise.reject(new Error("offline")));
    button(node, /Largest/).click();
    await vi.waitFor(() => expect(status(node)).toMatch(/could not be read/));
  });
});
