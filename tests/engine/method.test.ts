import {describe, expect, it} from "vitest";
import {InputError} from "../../src/engine/error.js";
import {chooseMethod} from "../../src/engine/method.js";
import {createModel, type ModelSpec} from "../../src/engine/model/model.js";
import {sampledModel, type SampledModel} from "../../src/engine/posterior/sampled-model.js";
import {columns} from "./design/r.js";

function modelOf(
  formula: string,
  priors: ModelSpec["priors"] = [],
  family = "gaussian"
): SampledModel {
  return sampledModel(createModel({formula, priors, family}, columns));
}

const crossed = "y ~ x + (1 + t | f) + (1 | g)";

/** The same model as if it had that many cells; only their number is asked for. */
const withCells = (model: SampledModel, cells: number): SampledModel => ({
  ...model,
  cells: {...model.cells, cells}
});

describe("chooseMethod(model, asked)", () => {
  it.each([
    ["y ~ x", []],
    ["y ~ x + (1 + t | f)", ["b: normal(0, 1)"]],
    [crossed, ["b: student_t(3, 0, 1)", "Intercept: cauchy(0, 2)"]],
    ["y ~ x + (1 | f)", ["sd: lognormal(0, 1)", "sigma: gamma(2, 1)", "Intercept: flat"]]
  ])("takes exact draws for %s with %j", (formula, priors) => {
    expect(chooseMethod(modelOf(formula, priors), "auto")).toBe("exact");
    expect(chooseMethod(modelOf(formula, priors), "exact")).toBe("exact");
  });

  it.each(["b: logistic(0, 1)", "b: double_exponential(0, 1)", "Intercept: logistic(0, 1)"])(
    "takes NUTS for %s, and refuses exact draws",
    (prior) => {
      const model = modelOf("y ~ x + (1 | f)", [prior]);
      expect(chooseMethod(model, "auto")).toBe("nuts");
      expect(() => chooseMethod(model, "exact")).toThrow(InputError);
      expect(() => chooseMethod(model, "exact")).toThrow("unsupported method: exact needs");
    }
  );

  it("takes NUTS for very many crossed cells, unless told otherwise", () => {
    const model = modelOf(crossed);
    expect(model.cells.v).toBe(2);
    expect(chooseMethod(withCells(model, 750), "auto")).toBe("exact");
    expect(chooseMethod(withCells(model, 751), "auto")).toBe("nuts");
    expect(chooseMethod(withCells(model, 751), "exact")).toBe("exact");
  });

  it("takes exact draws for any number of cells that share no level", () => {
    const model = modelOf("y ~ x + (1 | f)");
    const terms = model.cells.terms.map((term) => ({...term, levels: 100_000}));
    const large = {...model, cells: {...model.cells, cells: 100_000, terms}};
    expect(chooseMethod(large, "auto")).toBe("exact");
  });

  it("takes NUTS for a Bernoulli model, and refuses exact draws", () => {
    const model = modelOf("t ~ x + (1 | f)", [], "bernoulli");
    expect([chooseMethod(model, "auto"), chooseMethod(model, "nuts")]).toEqual(["nuts", "nuts"]);
    expect(() => chooseMethod(model, "exact")).toThrow(InputError);
    expect(() => chooseMethod(model, "exact")).toThrow(
      "unsupported method: exact draws with family bernoulli; only gaussian has them, so use nuts"
    );
  });

  it("takes NUTS whenever it is asked for", () => {
    expect(chooseMethod(modelOf("y ~ x"), "nuts")).toBe("nuts");
    expect(chooseMethod(modelOf("y ~ x", ["b: logistic(0, 1)"]), "nuts")).toBe("nuts");
  });
});
