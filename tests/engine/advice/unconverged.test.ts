import {describe, expect, it} from "vitest";
import {unconverged} from "../../../src/engine/advice/unconverged.js";
import type {Diagnostics} from "../../../src/engine/diagnostics/verdict.js";
import {evidenceOf} from "./evidence.js";

const of = (diagnostics: Partial<Diagnostics>, formula = "y ~ t + (1 | g)") =>
  unconverged(evidenceOf({formula}, {diagnostics}));

describe("unconverged", () => {
  it("is an error that gives every reason and the limits", () => {
    const advice = of({reasons: ["R-hat 1.050 for b_t", "bulk ESS 90 for b_t"]});
    expect(advice).toMatchObject({code: "W23", severity: "error"});
    expect(advice?.message).toContain("R-hat 1.050 for b_t; bulk ESS 90 for b_t");
    expect(advice?.message).toContain("R-hat 1.01, ESS 400");
  });

  it("asks for smaller steps after divergences, else for more draws", () => {
    const reasons = ["something"];
    expect(of({reasons, divergences: 3})?.remedy).toContain("--target-acceptance");
    expect(of({reasons})?.remedy).toContain("--draws");
  });

  it("suggests dropping a group term only where there are several", () => {
    const reasons = ["something"];
    expect(of({reasons}, "y ~ t + (1 | g) + (1 | h)")?.remedy).toContain("drop the group term");
    expect(of({reasons})?.remedy).not.toContain("drop");
  });

  it("is silent when nothing is wrong", () => {
    expect(of({})).toBeNull();
  });
});
