// Every shape of model ranks the truth evenly among its draws, and wrong draws are found out. More
// replications, NUTS on the Gaussian models and the largest of these: bench/calibration.ts.
import {describe, expect, it} from "vitest";
import type {Model} from "../../src/engine/model/model.js";
import {createGenerator} from "../../src/engine/random/generator.js";
import {calibrate, engineSample, KEPT, type Trial} from "./calibrate.js";
import {bernoulliCases, gaussianCases} from "./cases.js";
import {drawTruth, specOf, type Generative} from "./generative.js";

const trial: Trial = {method: "exact", replications: 200, bins: 10, seed: "1"};

/** A family of all models here is thought uneven by chance in one of a hundred. */
const LEVEL = 0.01;

/** Slow ones are left to the bench. */
const quick = gaussianCases.filter(({id}) => id !== "one-three" && id !== "crossed");
const fits: readonly {model: Generative; method: Trial["method"]}[] = [
  ...quick.map((model) => ({model, method: "exact"}) as const),
  ...bernoulliCases.map((model) => ({model, method: "nuts"}) as const)
];

function uneven(model: Generative, changes: Partial<Trial> = {}): string[] {
  const {p, quantities} = calibrate(model, {...trial, ...changes});
  if (p > LEVEL / fits.length) return [];
  return quantities
    .filter((quantity) => quantity.p < LEVEL)
    .map(({name, p: own, counts}) => `${name}: p ${own} of ${counts.join()}`);
}

describe(`${trial.replications} posteriors of data from the prior`, () => {
  it.each(fits)("rank the truth evenly: $model.id by $method", ({model, method}) => {
    expect(uneven(model, {method})).toEqual([]);
  });
});

function caseOf(id: string): Generative {
  const found = gaussianCases.find((model) => model.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
}

describe("ranks are uneven, and it is noticed,", () => {
  const one = caseOf("one-correlated");
  const named = (found: string[]): string[] => found.map((line) => line.split(": ")[0]);
  const exact = engineSample("exact");

  /** The engine's draws with those of some variables changed in place. */
  const distorted =
    (start: string, change: (draws: Float64Array) => void): Trial["sample"] =>
    (model: Model, truth, seed) => {
      const draws = exact(model, truth, seed);
      model.variables.forEach((name, v) => {
        if (name.startsWith(start)) change(draws.subarray(v * KEPT, (v + 1) * KEPT));
      });
      return draws;
    };

  it("where the prior of the sds is half as wide again as it should be", () => {
    const two = caseOf("two-levels");
    const right = specOf(two);
    const priors = (right.priors ?? []).map((text) =>
      text.replace(/^sd: .*/, "sd: normal(0, 1.5)")
    );
    expect(priors).not.toEqual(right.priors);
    const found = uneven(two, {spec: {...right, priors}, replications: 400});
    expect(named(found)).toContain("sd_w__t");
  });

  it("where sigma is a tenth too large", () => {
    const sample = distorted("sigma", (draws) => draws.forEach((x, i) => (draws[i] = 1.1 * x)));
    expect(named(uneven(one, {sample, replications: 100}))).toContain("sigma");
  });

  it("where sigma is held at its mean", () => {
    const sample = distorted("sigma", (draws) =>
      draws.fill(draws.reduce((sum, x) => sum + x, 0) / KEPT)
    );
    expect(named(uneven(one, {sample, replications: 100}))).toContain("sigma");
  });

  it("where each coefficient is right and all of them together are not", () => {
    const sample = distorted("r_", (draws) => draws.sort());
    expect(named(uneven(one, {sample, replications: 100}))).toContain("log likelihood");
  });

  it("by the log likelihood alone, where the draws are the prior's and the data are not heeded", () => {
    const sample: Trial["sample"] = (model, _, seed) => {
      const generator = createGenerator(seed);
      const truths = Array.from({length: KEPT}, () => drawTruth(one, generator));
      return Float64Array.from(
        model.variables.flatMap((name) => truths.map((truth) => truth.get(name) ?? NaN))
      );
    };
    expect(named(uneven(one, {sample}))).toEqual(["log likelihood"]);
  });
});
