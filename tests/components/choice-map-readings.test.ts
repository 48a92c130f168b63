import {describe, expect, it} from "vitest";
import {choicesText, optionText, rowsOfChoices} from "../../src/components/choice-map-kinds.js";
import {
  moversReading,
  moves,
  spanReading,
  trustReading
} from "../../src/components/choice-map-readings.js";
import {turnReading} from "../../src/components/choice-map-turns.js";
import type {LookedFit} from "../../src/components/choice-map-types.js";
import {eight, fitsOf, outcome, type Made} from "./choice-fits.js";

const kinds = rowsOfChoices(eight);
const turn = (fits: readonly LookedFit[], reference = 0): string =>
  turnReading(fits, fits[reference], rowsOfChoices(fits), outcome);
const turnOf = (made: readonly Made[]): string => turn(fitsOf(made));

describe("the kinds of choice", () => {
  it("are those that fits differ by, with their options in order", () => {
    expect(kinds.map(({kind, options}) => [kind, options])).toEqual([
      ["model", ["First", "Second"]],
      ["groups", ["all characteristics", "without Rank"]],
      ["spread", ["as on this page", "twice as wide"]]
    ]);
  });

  it("are told of a fit where it differs from the published one", () => {
    expect(eight.map((fit) => choicesText(fit, kinds))).toEqual([
      "First; as on this page",
      "First; prior on how effects vary twice as wide",
      "First; groups without Rank",
      "First; groups without Rank; prior on how effects vary twice as wide",
      "Second; as on this page",
      "Second; prior on how effects vary twice as wide",
      "Second; groups without Rank",
      "Second; groups without Rank; prior on how effects vary twice as wide"
    ]);
  });

  it.each([
    ["groups", "without Rank", "have groups without Rank"],
    ["groups", "Rank only", "have groups by Rank only"],
    ["spread", "half-Cauchy", "have a half-Cauchy prior on how effects vary"],
    ["coefficients", "half as wide", "have a prior on coefficients half as wide"],
    ["likelihood", "normal", "have a normal likelihood"],
    ["model", "Corrected", "are of the model “Corrected”"]
  ] as const)("put %s “%s” as: %s", (kind, option, text) => {
    expect(optionText(kind, option)).toBe(text);
  });
});

describe("spanReading", () => {
  const span = (...made: Made[]): string =>
    spanReading(fitsOf(made), {whose: "the average effect", outcome});
  it.each([
    [[], "No choice could be fitted."],
    [
      [{median: 0.3}],
      "The one fit puts the average effect at +30 points, 95% interval +20 to +40."
    ],
    [
      [{median: 0.3}, {median: -0.01}],
      "Over 2 fits the average effect runs from −1 point to +30 points; the 95% interval is clear of zero in 1."
    ],
    [
      [{median: 0.01}, {median: 0.012}, {median: 0.01}],
      "In all 3 fits the average effect is +1 point; the 95% interval is clear of zero in none of them."
    ],
    [
      [{median: 0.2}, {median: 0.3}],
      "Over 2 fits the average effect runs from +20 points to +30 points; the 95% interval is clear of zero in all of them."
    ]
  ] as const)("of %j", (made, text) => {
    expect(span(...made)).toBe(text);
  });
});

describe("moversReading", () => {
  it("names the kind that moves the effect most, others held, then the rest", () => {
    expect(moves(eight, kinds).map(({kind, size}) => [kind, size.toFixed(3)])).toEqual([
      ["model", "0.080"],
      ["groups", "0.040"],
      ["spread", "0.020"]
    ]);
    expect(moversReading(eight, kinds, outcome)).toBe(
      "With the other choices held, the model moves it most, by 8.0 points on average; the choice of groups by 4.0 points and the prior on how effects vary by 2.0 points."
    );
  });

  it("compares only fits that differ in nothing else", () => {
    // The model's jump is no doing of the groups, which never differ within a model.
    const fits = fitsOf([{median: 0}, {median: 0.5, model: "Second", groups: "without Rank"}]);
    expect(moves(fits, rowsOfChoices(fits))).toEqual([]);
    expect(moversReading(fits, rowsOfChoices(fits), outcome)).toBe("");
  });

  it.each([
    [
      [{median: 0}, {median: 0.03, spread: "twice as wide"}],
      "The prior on how effects vary is all that differs, and moves it by 3.0 points on average."
    ],
    [
      [{median: 0}, {median: 0.00001, spread: "twice as wide"}],
      "No kind of choice moves it by a digit that is shown."
    ],
    [
      [
        {median: 0},
        {median: 0.03, spread: "twice as wide"},
        {median: 0.03, groups: "without Rank"}
      ],
      "With the other choices held, the choice of groups and the prior on how effects vary move it most, by 3.0 points on average each."
    ]
  ] as const)("of %j", (made, text) => {
    const fits = fitsOf(made);
    expect(moversReading(fits, rowsOfChoices(fits), outcome)).toBe(text);
  });
});

describe("trustReading", () => {
  it("counts fits that miss a limit, and says why others could not be made", () => {
    expect(trustReading(eight, kinds)).toBe("");
    const bad = fitsOf([
      {median: 1, unconverged: "R-hat 1.02"},
      {median: 1, groups: "without Rank", refused: "unsupported thing: x; use y"}
    ]);
    expect(trustReading(bad, rowsOfChoices(bad))).toBe(
      "1 fit misses a limit of convergence and is drawn in red. 1 combination could not be fitted (groups without Rank: unsupported thing: x; use y)."
    );
    const two = fitsOf([
      {median: 1, unconverged: "R-hat 1.02"},
      {median: 1, unconverged: "R-hat 1.03"}
    ]);
    expect(trustReading(two, [])).toBe("2 fits miss a limit of convergence and are drawn in red.");
  });
});

describe("turnReading", () => {
  it.each([
    ["no other fit", [{median: 1}], ""],
    [
      "none",
      [
        {median: 0.2},
        {median: 0.1, groups: "without Rank"},
        {median: 0.3, spread: "twice as wide"}
      ],
      "None of the 2 other fits turns the sign of +20 points (as on this page); nearest to zero comes +10 points (groups without Rank)."
    ],
    [
      "none of one",
      [{median: -0.2}, {median: -0.1, groups: "without Rank"}],
      "The one other fit does not turn the sign of −20 points (as on this page): it has −10 points (groups without Rank)."
    ],
    [
      "the only other",
      [{median: -0.2}, {median: 0.3, groups: "without Rank"}],
      "The one other fit turns the sign of −20 points (as on this page): groups without Rank, with +30 points. Its 95% interval is clear of zero."
    ],
    [
      "one of several",
      [
        {median: -0.2},
        {median: 0.03, groups: "without Rank"},
        {median: -0.1, spread: "twice as wide"}
      ],
      "1 of the 2 other fits turns the sign of −20 points (as on this page): groups without Rank, with +3 points. Its 95% interval holds zero."
    ],
    [
      "all",
      [
        {median: -0.2},
        {median: 0.03, groups: "without Rank"},
        {median: 0.3, groups: "without Rank", spread: "twice as wide"}
      ],
      "All 2 other fits turn the sign of −20 points (as on this page). All of them have groups without Rank, and no other fit does. In 1 of them the 95% interval is clear of zero."
    ]
  ] as const)("of %s", (_, made, text) => {
    expect(turnOf(made)).toBe(text);
  });

  it("says what fits that turn the sign share, and how many that keep it do so too", () => {
    // From the last fit, at +11 points, the first two lie on the other side.
    expect(turn(eight, 7)).toBe(
      "2 of the 7 other fits turn the sign of +11 points (Second; groups without Rank; prior on how effects vary twice as wide). All of them are of the model “First” and have groups by all characteristics, and no other fit does. In none of them is the 95% interval clear of zero."
    );
    const kept = eight.map((fit) => (fit.fit === 2 ? {...fit, estimate: eight[7].estimate} : fit));
    const more = [...kept.slice(0, 2), {...kept[2], estimate: kept[0].estimate}, ...kept.slice(3)];
    expect(turn(more, 7)).toContain(
      "All of them are of the model “First” and have a prior on how effects vary as on this page, and no other fit does."
    );
    const some = eight.map((fit) => (fit.fit === 3 ? {...fit, estimate: eight[0].estimate} : fit));
    expect(turn(some, 7)).toContain(
      "All of them are of the model “First”, and so does 1 that keeps the sign."
    );
  });

  it("says where the sign turns most often when nothing is shared", () => {
    const made = [
      {median: 0.2},
      {median: -0.1, groups: "without Rank"},
      {median: -0.1, spread: "twice as wide"},
      {median: 0.1, groups: "without Rank", spread: "twice as wide"},
      {median: -0.1, model: "Second", groups: "without Rank"}
    ];
    expect(turnOf(made)).toContain(
      "They have no choice in common; the sign turns most often where fits are of the model “Second”: in 1 of 1 fit."
    );
  });
});
