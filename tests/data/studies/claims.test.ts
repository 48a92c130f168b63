import {describe, expect, it} from "vitest";
import {
  coefficientClaim,
  intervalWords,
  parameter,
  signed
} from "../../../src/data/studies/claims.js";
import type {Fit, Summary} from "../../../src/engine/index.js";

type Quantiles = [low: number, q10: number, median: number, q90: number, high: number];

/** A fit of which only the coefficient x matters. */
function fitOf([low, q10, q50, q90, high]: Quantiles): Fit {
  const between = {q5: (low + q10) / 2, q95: (q90 + high) / 2};
  // The sd of a normal posterior with this 95% interval.
  const moments = {mean: q50, sd: (high - low) / 3.92};
  const row = {variable: "b_x", "q2.5": low, q10, q50, q90, "q97.5": high, ...between, ...moments};
  return {parameters: [row as Summary & {variable: string}]} as unknown as Fit;
}

function judged(sign: 1 | -1 | 0, before: Quantiles, after: Quantiles) {
  const {test} = coefficientClaim({
    ...{claim: "A claim.", where: "Here", topic: "effect", variable: "b_x", sign},
    ...{published: "before", corrected: "after", factor: 100, digits: 0}
  });
  const fits = new Map([
    ["before", fitOf(before)],
    ["after", fitOf(after)]
  ]);
  return test({fits, columns: {}});
}

const clear: Quantiles = [0.2, 0.3, 0.5, 0.7, 0.8];
const negated = (values: Quantiles) => values.map((x) => -x).reverse() as Quantiles;

describe("coefficientClaim on a sign", () => {
  it.each([
    {
      what: "survives when the interval excludes zero and the size stays",
      verdict: "survives",
      after: [0.1, 0.2, 0.45, 0.6, 0.7]
    },
    {
      what: "survives at four fifths of the size",
      verdict: "survives",
      after: [0.1, 0.2, 0.4, 0.6, 0.7]
    },
    {
      what: "is weakened below four fifths of the size",
      verdict: "weakened",
      after: [0.1, 0.2, 0.39, 0.6, 0.7]
    },
    {
      what: "is weakened when only nine in ten draws have the sign",
      verdict: "weakened",
      after: [-0.1, 0.01, 0.45, 0.6, 0.7]
    },
    {
      what: "does not survive when fewer have",
      verdict: "does not survive",
      after: [-0.1, -0.01, 0.45, 0.6, 0.7]
    },
    {
      what: "does not survive when the sign turns",
      verdict: "does not survive",
      after: [-0.8, -0.7, -0.5, -0.3, -0.2]
    }
  ])("$what", ({verdict, after}) => {
    expect(judged(1, clear, after as Quantiles).verdict).toBe(verdict);
    expect(judged(-1, negated(clear), negated(after as Quantiles)).verdict).toBe(verdict);
  });
});

describe("coefficientClaim of no clear effect", () => {
  it.each([
    {
      what: "survives while the 90% interval holds zero",
      verdict: "survives",
      after: [-0.3, -0.1, 0.4, 0.9, 1.1]
    },
    {
      what: "is weakened when zero lies just outside the 90% interval",
      verdict: "weakened",
      after: [-0.02, 0.1, 0.4, 0.7, 0.82]
    },
    {
      what: "is weakened, not refuted, when the 95% interval only just excludes zero",
      verdict: "weakened",
      after: [0.01, 0.15, 0.4, 0.65, 0.79]
    },
    {what: "does not survive well above zero", verdict: "does not survive", after: clear},
    {what: "does not survive well below zero", verdict: "does not survive", after: negated(clear)}
  ])("$what", ({verdict, after}) => {
    expect(judged(0, [-0.2, -0.1, 0, 0.1, 0.2], after as Quantiles).verdict).toBe(verdict);
  });
});

describe("a claim's words", () => {
  it("say what both models give, in the unit shown", () => {
    expect(judged(1, clear, [-0.1, 0.01, 0.45, 0.6, 0.7])).toMatchObject({
      published: "+50 (95% interval +20 to +80)",
      corrected: "+45 (95% interval −10 to +70)"
    });
  });

  it("carry claim, place and topic", () => {
    const words = {claim: "A claim.", where: "Here", topic: "effect"};
    const rest = {variable: "b_x", sign: 1, published: "a", corrected: "b"} as const;
    expect(coefficientClaim({...words, ...rest})).toMatchObject(words);
  });
});

describe("intervalWords and signed", () => {
  it("write signs, a true minus, and zero without either", () => {
    expect(intervalWords({q50: 0.2, "q2.5": -0.08, "q97.5": 0.47})).toBe(
      "+0.20 (95% interval −0.08 to +0.47)"
    );
    expect([signed(-0.004, 2), signed(0.004, 2), signed(-0.006, 2)]).toEqual([
      "0.00",
      "0.00",
      "−0.01"
    ]);
  });
});

describe("parameter", () => {
  it("refuses a name or a model that the study does not have", () => {
    const fits = new Map([["before", fitOf(clear)]]);
    expect(() => parameter(fits, "before", "b_y")).toThrow(
      "unknown parameter in claim: b_y of before; use brms's name"
    );
    expect(() => parameter(fits, "after", "b_x")).toThrow(
      /^unknown parameter in claim: b_x of after/
    );
  });
});
