import {describe, expect, it} from "vitest";
import {emptyArms} from "../../../src/engine/advice/empty-arms.js";
import {evidenceOf, grouped} from "./evidence.js";

const spec = {formula: "y ~ t + (1 + t | g)", treatment: "t", by: ["g"]};
const data = grouped(40, 4);

function without(arm: number, ...lacking: number[]) {
  const g = data.g as Float64Array;
  const t = (data.t as Float64Array).map((value, i) => (lacking.includes(g[i]) ? 1 - arm : value));
  return evidenceOf(spec, {data: {...data, t}});
}

describe("emptyArms", () => {
  it("warns of a group without treated rows, and of one without controls", () => {
    for (const arm of [0, 1]) {
      const advice = emptyArms(without(arm, 2));
      expect(advice).toMatchObject({code: "W2", severity: "warning"});
      expect(advice?.message).toContain(
        "In 1 of 4 groups treated or control rows are missing (`2`)"
      );
    }
  });

  it("counts and names several", () => {
    expect(emptyArms(without(0, 1, 3))?.message).toContain("In 2 of 4 groups treated");
  });

  it("names a group of several modifiers by their values", () => {
    const h = Float64Array.from(data.g as Float64Array, (g) => Number(g > 2));
    const evidence = evidenceOf(
      {formula: "y ~ t + h + (1 + t | g:h)", treatment: "t", by: ["g", "h"]},
      {
        data: {
          ...data,
          h,
          t: (data.t as Float64Array).map((value, i) => (data.g[i] === 3 ? 1 : value))
        }
      }
    );
    expect(emptyArms(evidence)?.message).toContain("(`g 3 h 1`)");
  });

  it("is silent when every group has both arms", () => {
    expect(emptyArms(evidenceOf(spec, {data}))).toBeNull();
  });

  it("is silent about a treatment that has no arms, and without one", () => {
    const dose = Float64Array.from({length: 40}, (_, i) => i / 7);
    const withDose = {...data, t: dose};
    expect(emptyArms(evidenceOf(spec, {data: withDose}))).toBeNull();
    expect(emptyArms(evidenceOf({formula: "y ~ h"}, {data}))).toBeNull();
  });
});
