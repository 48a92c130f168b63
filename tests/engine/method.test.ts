import {describe, expect, it} from "vitest";
import {InputError} from "../../src/engine/error.js";
import {chooseMethod} from "../../src/engine/method.js";
import {createModel, type ModelSpec} from "../../src/engine/model/model.js";
import {sampledModel, type SampledModel} from "../../src/engine/posterior/sampled-model.js";
import type {Method} from "../../src/engine/sampler/options.js";
import {columns} from "./design/r.js";

/** The method alone; that it comes with a reason is tested below. */
function methodFor(model: SampledModel, asked: Method | "auto"): Method {
  return chooseMethod(model, asked).method;
}

function modelOf(
  formula: string,
  priors: ModelSpec["priors"] = [],
  family = "gaussian"
): SampledModel {
  return sampledModel(createModel({formula, priors, family}, columns));
}

const crossed = "y ~ x + (1 + t | f) + (1 | g)";

/** The same crossed model as if it had that many cells and levels; only their numbers are asked for. */
const withCells = (model: SampledModel, cells: number, levels: number): SampledModel => ({
  ...model,
  cells: {...model.cells, cells, terms: model.cells.terms.map((term) => ({...term, levels}))}
});

describe("chooseMethod(model, asked)", () => {
  it.each([
    ["y ~ x", []],
    ["y ~ x + (1 + t | f)", ["b: normal(0, 1)"]],
    [crossed, ["b: student_t(3, 0, 1)", "Intercept: cauchy(0, 2)"]],
    ["y ~ x + (1 | f)", ["sd: lognormal(0, 1)", "sigma: gamma(2, 1)", "Intercept: flat"]]
  ])("takes exact draws for %s with %j", (formula, priors) => {
    expect(methodFor(modelOf(formula, priors), "auto")).toBe("exact");
    expect(methodFor(modelOf(formula, priors), "exact")).toBe("exact");
  });

  it.each(["b: logistic(0, 1)", "b: double_exponential(0, 1)", "Intercept: logistic(0, 1)"])(
    "takes NUTS for %s, and refuses exact draws",
    (prior) => {
      const model = modelOf("y ~ x + (1 | f)", [prior]);
      expect(methodFor(model, "auto")).toBe("nuts");
      expect(() => chooseMethod(model, "exact")).toThrow(InputError);
      expect(() => chooseMethod(model, "exact")).toThrow("unsupported method: exact needs");
    }
  );

  it("takes NUTS for very many crossed cells and levels, unless told otherwise", () => {
    const model = modelOf(crossed);
    expect(methodFor(withCells(model, 10_000, 50), "auto")).toBe("exact");
    expect(methodFor(withCells(model, 200, 10_000), "auto")).toBe("exact");
    const large = withCells(model, 10_000, 10_000 - 1);
    expect([methodFor(large, "auto"), methodFor(large, "exact")]).toEqual(["nuts", "exact"]);
  });

  it("says why", () => {
    const reason = (formula: string, asked: Method | "auto" = "auto") =>
      chooseMethod(modelOf(formula), asked).reason;
    expect(reason("y ~ x + (1 | f)")).toMatch("drawn independently from a table");
    expect(reason("y ~ x + (1 + t | f)")).toMatch("the 4 scales and correlations left");
    expect(reason(crossed)).toMatch("2 crossed terms");
    expect(reason(crossed, "nuts")).toBe("NUTS was asked for");
  });

  it("takes exact draws for any number of cells that share no level", () => {
    const model = modelOf("y ~ x + (1 | f)");
    const terms = model.cells.terms.map((term) => ({...term, levels: 100_000}));
    const large = {...model, cells: {...model.cells, cells: 100_000, terms}};
    expect(methodFor(large, "auto")).toBe("exact");
  });

  it("takes NUTS for a Bernoulli model, and refuses exact draws", () => {
    const model = modelOf("t ~ x + (1 | f)", [], "bernoulli");
    expect([methodFor(model, "auto"), methodFor(model, "nuts")]).toEqual(["nuts", "nuts"]);
    expect(() => chooseMethod(model, "exact")).toThrow(InputError);
    expect(() => chooseMethod(model, "exact")).toThrow(
      "unsupported method: exact draws with family bernoulli; only gaussian has them, so use nuts"
    );
  });

  it("takes NUTS whenever it is asked for", () => {
    expect(methodFor(modelOf("y ~ x"), "nuts")).toBe("nuts");
    expect(methodFor(modelOf("y ~ x", ["b: logistic(0, 1)"]), "nuts")).toBe("nuts");
  });
});
