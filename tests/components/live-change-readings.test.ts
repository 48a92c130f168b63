import {describe, expect, it} from "vitest";
import {
  answerReading,
  choiceReading,
  fitReading
} from "../../src/components/live-change-readings.js";
import {priorChangeText, timesText} from "../../src/components/live-prior-words.js";
import {card, choose, liveResult, outcome, stubEngine} from "./live-study.js";

const {engine} = stubEngine();
const of = (change: Parameters<typeof choose>[0]) => choiceReading(card, choose(change), engine);

describe("choiceReading", () => {
  it.each<[Parameters<typeof choose>[0], string]>([
    [{}, ""],
    [{draws: 100}, ""],
    [{groups: ["a"]}, "Groups are not told apart by rank"],
    [{bins: {b: 2}}, "Rank is in 2 bins"],
    [{without: ["0_0"]}, "1 group is left out"],
    [{without: ["0_0", "0_1"]}, "2 groups are left out"],
    [{coefficients: {factor: 0.5}}, "Priors on coefficients are half as wide"],
    [
      {likelihood: "bernoulli"},
      "The likelihood is Bernoulli (log-odds), and priors are 4 times as wide for its other scale"
    ]
  ])("says of %j: %s", (change, said) => {
    expect(of(change)).toBe(said);
  });

  it("says all changes in one sentence", () => {
    expect(of({without: ["0_0"], coefficients: {factor: 2}})).toBe(
      "1 group is left out; priors on coefficients are twice as wide"
    );
  });
});

describe("answerReading", () => {
  it("tells nothing changed from only the draws changed", () => {
    const plain = answerReading(card, choose(), engine, null, {outcome});
    expect(plain).toBe("Nothing is changed: this is the model as on this page.");
    const draws = answerReading(card, choose({draws: 100}), engine, null, {outcome});
    expect(draws).toBe("Only the length of the chains is changed.");
  });

  it("says how the answer was made", () => {
    const answer = {result: liveResult(), seconds: 0.25};
    expect(answerReading(card, choose({without: ["0_0"]}), engine, answer, {outcome})).toBe(
      "1 group is left out. 600 draws from 240 respondents in 250 ms on this device; they can be trusted."
    );
  });
});

describe("fitReading", () => {
  const formula = "y ~ 1 + t + x + z + (stateB + stateC) + (1 + t || group)";

  it("counts a control of several kinds once, and calls rows what they are", () => {
    const dropped = ["stateB", "stateC", "x"];
    const said = fitReading(liveResult(0, {dropped}), 1, {formula, row: ["child", "children"]});
    expect(said).toContain("without the 2 controls that vary inside cells");
    expect(said).toMatch(/draws from [\d,]+ children in /);
  });

  it("says that draws cannot be trusted, and what the model had to go without", () => {
    const said = fitReading(liveResult(0, {unconverged: "R-hat 1.2", dropped: ["x"]}), 2.04, {
      formula
    });
    expect(said).toContain("in 2.0 s on this device; they cannot be trusted, as the figure says.");
    expect(said).toContain("without the one control that varies inside cells");
    expect(fitReading(liveResult(0, {dropped: ["x", "z"]}), 1, {formula})).toContain(
      "without the 2 controls that vary inside cells"
    );
  });
});

describe("priors in words", () => {
  it("name a family once where it stays, and twice where it changes", () => {
    const before = {family: "half-normal", measure: "scale", sizes: [0.5]} as const;
    expect(priorChangeText({...before, sizes: [1]}, before)).toBe(
      "half-normal with scale 1 rather than 0.5"
    );
    const other = {family: "exponential", measure: "mean", sizes: [0.5]} as const;
    expect(priorChangeText(other, before)).toBe(
      "exponential with mean 0.5 rather than half-normal with scale 0.5"
    );
    expect(priorChangeText({...before, sizes: [0.012345]}, before)).toContain("scale 0.012");
  });

  it("say multiples as people do", () => {
    expect([0.25, 0.5, 1.5, 2, 4].map(timesText)).toEqual([
      "a quarter as wide",
      "half as wide",
      "1.5 times as wide",
      "twice as wide",
      "4 times as wide"
    ]);
  });
});
