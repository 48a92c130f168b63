import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {createPosterior, sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {columns} from "../design/r.js";

const data = {...columns, y: columns.t};
const made = ["gaussian", "bernoulli"].map((family) =>
  createModel({formula: "y ~ x + (1 | f)", family}, data)
);

describe("sampledModel", () => {
  it("keeps the family, with what only it needs", () => {
    const [gaussian, bernoulli] = made.map(sampledModel);
    expect(gaussian).toMatchObject({family: "gaussian", priors: {sigma: {family: "student_t"}}});
    expect(gaussian).not.toHaveProperty("counts");
    expect(bernoulli).toMatchObject({family: "bernoulli", counts: made[1].counts});
    expect(bernoulli.priors).not.toHaveProperty("sigma");
  });

  it("is plain data, which a worker can be sent", () => {
    for (const model of made.map(sampledModel)) expect(structuredClone(model)).toEqual(model);
  });
});

describe("createPosterior", () => {
  it("has one coordinate more for sigma", () => {
    const [gaussian, bernoulli] = made.map((model) => createPosterior(sampledModel(model)));
    expect(gaussian.dim).toBe(bernoulli.dim + 1);
    expect(gaussian.variables).toEqual(made[0].variables);
    expect(bernoulli.variables).toEqual(made[1].variables);
    expect(gaussian.variables.filter((name) => !bernoulli.variables.includes(name))).toEqual([
      "sigma"
    ]);
  });
});
