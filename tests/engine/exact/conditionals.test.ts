import {describe, expect, it} from "vitest";
import {Conditionals} from "../../../src/engine/exact/conditionals.js";
import {LevelScale} from "../../../src/engine/exact/level-scale.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectMean} from "./monte-carlo.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const data = experiment("conditionals");

describe("Conditionals", () => {
  it("draw sigma given the squares: a scaled inverse chi-square under a flat prior", () => {
    const model = sampled(modelOf({formula: "y ~ x", priors: ["sigma: flat"]}, data));
    const given = new Conditionals(model, createGenerator("sigma"));
    const precision = Float64Array.from({length: 4000}, () => {
      given.updateSigma(30);
      return Math.exp(-2 * given.logSigma);
    });
    // Flat in sigma: sigma² is 30 / chi²(n − 1).
    expectMean(precision, (model.cells.n - 1) / 30, "1 / sigma²");
  });

  it("leave sigma at 1 where standard errors are known", () => {
    const se = Float64Array.from(data.x as Float64Array, () => 0.5);
    const model = sampled(modelOf({formula: "y | se(se) ~ x"}, {...data, se}));
    const given = new Conditionals(model, createGenerator("known"));
    given.updateSigma(30);
    expect(given.logSigma).toBe(0);
  });

  it("redraw the precision of a heavy tail alone, and write all parameters in their places", () => {
    const spec = {
      formula: "y ~ x + (1 + t | f)",
      priors: ["b: student_t(3, 0, 1)", "Intercept: normal(0, 1)"]
    };
    const model = sampled(modelOf(spec, data));
    const given = new Conditionals(model, createGenerator("heavy"));
    const before = given.prior.precision.slice();
    given.updatePrior(Float64Array.of(0.1, 0.2));
    expect([...given.prior.precision].map((own, j) => own === before[j])).toEqual([true, false]);
    const scale = new LevelScale(model.priors.sds[0], model.priors.etas[0]);
    scale.start(1, createGenerator("scale"));
    const values = Float64Array.from({length: 8}, (_, i) => 100 + i);
    const row = new Float64Array(model.variables.length);
    given.write(row, Float64Array.of(0, 0), [{scale, values}]);
    const at = (name: string) => row[model.variables.indexOf(name)];
    expect(at("b_x")).toBe(model.cells.reference[1]);
    expect(at("sigma")).toBeCloseTo(Math.exp(given.logSigma), 12);
    expect(at("sd_f__Intercept")).toBeCloseTo(scale.factor[0], 12);
    expect([...row.subarray(-8)]).toEqual([...values]);
  });
});
