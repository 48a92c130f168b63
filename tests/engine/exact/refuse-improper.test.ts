import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import {refuseImproper} from "../../../src/engine/exact/refuse-improper.js";
import type {ModelSpec} from "../../../src/engine/model/model.js";
import type {Columns} from "../../../src/engine/types.js";
import {experiment, modelOf, models, sampled} from "./small-models.js";

const data = experiment("improper");
const short = (n: number): Columns =>
  Object.fromEntries(Object.entries(data).map(([name, column]) => [name, column.slice(0, n)]));

function refuse(spec: ModelSpec, columns: Columns = data): () => void {
  const model = sampled(modelOf(spec, columns));
  return () => {
    refuseImproper(model, hasOneFactor(model.cells) ? gatherClasses(model.cells) : null);
  };
}

describe("refuseImproper(model, classes)", () => {
  it.each(models)("lets $name pass", ({model}) => {
    const made = sampled(model);
    const classes = hasOneFactor(made.cells) ? gatherClasses(made.cells) : null;
    expect(() => {
      refuseImproper(made, classes);
    }).not.toThrow();
  });

  it.each([
    "y ~ x + twice + (1 + t | f)",
    "y ~ x + z + both",
    "y ~ x + z + both + (1 | f) + (1 | g)"
  ])("says of %s that flat priors do not determine collinear coefficients", (formula) => {
    for (const seed of ["a", "b", "c", "d"]) {
      expect(refuse({formula}, experiment(seed))).toThrow(InputError);
      expect(refuse({formula}, experiment(seed))).toThrow(
        "invalid posterior: the coefficients are not determined; drop a collinear column"
      );
    }
    expect(refuse({formula, priors: ["b: normal(0, 1)"]})).not.toThrow();
  });

  it.each(["y ~ f + (1 | g)", "y ~ 1 + (1 | f)", "y ~ 0 + (1 | f)", "y ~ 1 + (1 | f) + (1 | g)"])(
    "says of %s that it explains all there is",
    (formula) => {
      const y = (data.y as Float64Array).map((_, i) => i % 4);
      expect(refuse({formula}, {...data, y})).toThrow(
        "invalid posterior: the model explains the outcome without residuals; drop the term that does"
      );
    }
  );

  it("names the sds that nothing bounds, and what to give them", () => {
    const spec = {formula: "y ~ 1 + (1 | f) + (1 | one)", priors: ["sd: flat"]};
    expect(refuse(spec)).toThrow(
      "invalid posterior: too few levels bound sd_one__Intercept under flat priors; give class sd a proper prior such as normal(0, 1)"
    );
    expect(refuse({...spec, priors: []})).not.toThrow();
  });

  it("says that rows are too few for a flat sigma, and what to give it", () => {
    const spec = {formula: "y ~ x + z", priors: ["Intercept: flat", "sigma: flat"]};
    expect(refuse(spec, short(4))).toThrow(
      "invalid posterior: too few rows bound sigma under its flat prior; give sigma a proper prior such as exponential(1)"
    );
    expect(refuse(spec, short(5))).not.toThrow();
  });
});
