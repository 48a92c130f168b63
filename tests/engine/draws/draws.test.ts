import {describe, expect, it} from "vitest";
import {
  chainView,
  createDraws,
  variableIndex,
  variableView
} from "../../../src/engine/draws/draws.js";

describe("createDraws(variables, chains, iterations)", () => {
  it("holds NaN until values are written", () => {
    const draws = createDraws(["mu", "tau"], 2, 3);
    expect(draws.values).toHaveLength(12);
    expect(draws.values.every(Number.isNaN)).toBe(true);
  });

  it("refuses a name that comes twice, and sizes that are not whole numbers from 1", () => {
    expect(() => createDraws(["mu", "tau", "mu"], 1, 1)).toThrow(/^ambiguous variable: mu; /);
    expect(() => createDraws(["mu"], 0, 1)).toThrow(/^invalid number of chains: 0; /);
    expect(() => createDraws(["mu"], 1, 2.5)).toThrow(/^invalid number of iterations: 2.5; /);
  });
});

describe("views", () => {
  const draws = createDraws(["mu", "tau"], 2, 3);
  draws.values.set([0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112]);

  it("variableView(draws, variable) runs through the chains in turn", () => {
    expect(Array.from(variableView(draws, 1))).toEqual([100, 101, 102, 110, 111, 112]);
  });

  it("chainView(draws, variable, chain) is one chain", () => {
    expect(Array.from(chainView(draws, 0, 1))).toEqual([10, 11, 12]);
  });

  it("share the memory of the draws", () => {
    const own = createDraws(["mu"], 2, 2);
    chainView(own, 0, 1)[0] = 7;
    expect(variableView(own, 0)[2]).toBe(7);
    expect(own.values[2]).toBe(7);
  });
});

describe("variableIndex(draws, name)", () => {
  it("is the position of the name, or says which name is unknown", () => {
    const draws = createDraws(["mu", "tau"], 1, 1);
    expect(variableIndex(draws, "tau")).toBe(1);
    expect(() => variableIndex(draws, "sigma")).toThrow(/^unknown variable: sigma; /);
  });
});
