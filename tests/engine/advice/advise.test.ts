import {describe, expect, it} from "vitest";
import {advise, rules} from "../../../src/engine/advice/advise.js";
import {evidenceOf, grouped} from "./evidence.js";

const data = grouped(240, 4);
const sound = {formula: "y ~ t + (1 + t | g)", treatment: "t", by: ["g"]};

describe("advise", () => {
  it("is silent about a sound model that converged", () => {
    expect(advise(evidenceOf(sound, {data}))).toEqual([]);
  });

  it("says first what endangers most", () => {
    const bad = {formula: "y ~ h + (1 + t | g)", treatment: "t", by: ["g"]};
    const evidence = evidenceOf(bad, {data, diagnostics: {reasons: ["R-hat 1.1 for b_h"]}});
    const codes = advise(evidence).map(({code}) => code);
    expect(codes.slice(0, 2)).toEqual(["W23", "W14"]);
  });

  it("says everything in whole sentences, with a remedy", () => {
    const bad = {formula: "y ~ t * h + (0 + t | g)", treatment: "t", by: ["g", "h"]};
    const few = {...grouped(24, 6), y: grouped(24, 6).h as Float64Array};
    const advice = advise(evidenceOf(bad, {data: few, diagnostics: {reasons: ["E-BFMI 0.1"]}}));
    expect(advice.length).toBeGreaterThan(1);
    for (const {code, severity, message, remedy} of advice) {
      expect(code).toMatch(/^W\d+$/);
      expect(["note", "warning", "error"]).toContain(severity);
      for (const text of [message, remedy]) expect(text).toMatch(/^\S.*[^.]\.$/s);
    }
  });

  it("has each rule once", () => {
    expect(new Set(rules).size).toBe(rules.length);
  });
});
