import {describe, expect, it} from "vitest";
import {answerReading} from "../../src/components/live-change-readings.js";
import {headlineReading} from "../../src/components/live-headline.js";
import type {LiveHeadline} from "../../src/components/live-types.js";
import {card, choose, liveResult, outcome, stubEngine} from "./live-study.js";

/** A posterior about `mean` with an sd of a tenth, symmetric. */
function headline(mean: number): LiveHeadline {
  const at = (z: number): number => mean + 0.1 * z;
  return {
    ...{variable: null, mean, sd: 0.1, q50: mean},
    ...{"q2.5": at(-2), q5: at(-1.6), q10: at(-1.3), q25: at(-0.7)},
    ...{q75: at(0.7), q90: at(1.3), q95: at(1.6), "q97.5": at(2)}
  };
}

const own = {...card, headline: {...headline(0.3), words: "the average effect"}};
const options = {outcome};
const here = (mean: number) =>
  headlineReading(own, liveResult(0, {headline: headline(mean)}), options);
const before = "+30 points (95% interval +10 to +50)";

describe("headlineReading", () => {
  it("says what the page has where nothing was fitted", () => {
    expect(headlineReading(own, null, options)).toBe(`Headline: the average effect, ${before}.`);
  });

  it.each([
    [0.3, before, "it is the same to the last digit", "still"],
    [
      0.29,
      "+29 points (95% interval +9 to +49)",
      "it moves 0.10 standard deviations down, hardly at all",
      "still"
    ],
    [0.36, "+36 points (95% interval +16 to +56)", "it moves 0.60 standard deviations up", "still"],
    [
      0.1,
      "+10 points (95% interval −10 to +30)",
      "it moves 2.00 standard deviations down",
      "no longer"
    ]
  ])(
    "says of a refit at %d how far it moved, and on which side of zero it is",
    (mean, now, move, clear) => {
      expect(here(mean)).toBe(
        `Headline: the average effect, ${now}, where this page has ${before}: ${move}, and its interval is ${clear} clear of zero.`
      );
    }
  );

  it("tells an interval that becomes clear of zero, or never was", () => {
    const weak = {...own, headline: {...headline(0.1), words: "the average effect"}};
    const of = (mean: number) =>
      headlineReading(weak, liveResult(0, {headline: headline(mean)}), options);
    expect(of(0.3)).toMatch(/its interval is now clear of zero\.$/);
    expect(of(0.12)).toMatch(/its interval is still not clear of zero\.$/);
  });

  it("says nothing where there is no headline, or it cannot be compared", () => {
    expect(headlineReading(card, null, options)).toBe("");
    expect(headlineReading(own, liveResult(0, {headline: null}), options)).toBe("");
    const logOdds = liveResult(0, {headline: headline(1), family: "bernoulli"});
    expect(headlineReading(own, logOdds, options)).toBe("");
  });

  it("stands between what was changed and how it was fitted", () => {
    const {engine} = stubEngine();
    const answer = {result: liveResult(0, {headline: headline(0.3)}), seconds: 1};
    const said = answerReading(own, choose({coefficients: {factor: 2}}), engine, answer, options);
    expect(said).toMatch(/^Priors on coefficients are twice as wide\. Headline: .* 600 draws/);
  });
});
