import {describe, expect, it} from "vitest";
import {binaryOutcome} from "../../../src/engine/advice/binary-outcome.js";
import {evidenceOf, grouped} from "./evidence.js";

const data = grouped(40, 4);
const zeroOne = {...data, y: Float64Array.from({length: 40}, (_, i) => Number(i % 4 === 0))};

describe("binaryOutcome", () => {
  it("notes that zeros and ones make a linear probability model, and their share", () => {
    const advice = binaryOutcome(evidenceOf({formula: "y ~ t"}, {data: zeroOne}));
    expect(advice).toMatchObject({code: "W16", severity: "note"});
    expect(advice?.message).toContain("`y` is 0 or 1 (25% are 1)");
  });

  it("is silent of a Bernoulli model", () => {
    const spec = {formula: "y ~ t", family: "bernoulli"};
    expect(binaryOutcome(evidenceOf(spec, {data: zeroOne}))).toBeNull();
  });

  it("is silent when one value is another", () => {
    const y = zeroOne.y.map((value, i) => (i === 7 ? 2 : value));
    expect(binaryOutcome(evidenceOf({formula: "y ~ t"}, {data: {...data, y}}))).toBeNull();
  });
});
