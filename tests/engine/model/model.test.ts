import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {createModel} from "../../../src/engine/model/model.js";
import {columns} from "../design/r.js";

describe("createModel", () => {
  it("names all parameters in brms's order: b, sd, cor, sigma, then levels", () => {
    const {variables} = createModel({formula: "y ~ x + (1 + t | g) + (1 | h)"}, columns);
    expect(variables).toEqual([
      "b_Intercept",
      "b_x",
      "sd_g__Intercept",
      "sd_g__t",
      "sd_h__Intercept",
      "cor_g__Intercept__t",
      "sigma",
      "r_g[u,Intercept]",
      "r_g[v,Intercept]",
      "r_g[u,t]",
      "r_g[v,t]",
      "r_h[0,Intercept]",
      "r_h[1,Intercept]"
    ]);
  });

  it("has no sigma, and no prior of it, for a Bernoulli outcome", () => {
    const spec = {formula: "h ~ x + (1 | g)", family: "bernoulli"};
    const {variables, priors, family} = createModel(spec, columns);
    expect(family).toBe("bernoulli");
    expect(variables).toEqual([
      ...["b_Intercept", "b_x", "sd_g__Intercept", "r_g[u,Intercept]", "r_g[v,Intercept]"]
    ]);
    expect(priors.table.map((row) => `${row.class}: ${row.prior}`)).toEqual([
      ...["Intercept: student_t(3, 0, 2.5)", "b: (flat)", "sd: student_t(3, 0, 2.5)"]
    ]);
  });

  it("lets two group terms share a factor when their coefficients differ", () => {
    const {variables} = createModel({formula: "y ~ 1 + (1 | g) + (0 + t | g)"}, columns);
    expect(variables.filter((name) => name.startsWith("sd_"))).toEqual([
      "sd_g__Intercept",
      "sd_g__t"
    ]);
  });

  it("drops rows that lack the treatment or a modifier, too", () => {
    const t = (columns.t as Float64Array).map((value, i) => (i === 4 ? NaN : value));
    const spec = {formula: "y ~ x", treatment: "t", by: ["g"]};
    expect(createModel(spec, {...columns, t}).design.rows.dropped).toBe(1);
  });

  it.each([
    [
      "standard errors of a Bernoulli outcome",
      {formula: "h | se(z) ~ x", family: "bernoulli"},
      /unsupported se\(\): family bernoulli; known standard errors go with family gaussian/
    ],
    [
      "a prior of sigma where standard errors are known",
      {formula: "y | se(h + 1) ~ x", priors: ["sigma: normal(0, 1)"]},
      /unknown class in prior "sigma: normal\(0, 1\)": sigma/
    ],
    [
      "another family",
      {formula: "y ~ x", family: "gausian"},
      /unsupported family: gausian; did you mean gaussian/
    ],
    [
      "a Bernoulli outcome that is not 0 or 1",
      {formula: "z ~ x", family: "bernoulli"},
      /invalid outcome: z is 2 in row 1; family bernoulli needs 0 or 1/
    ],
    [
      "a prior of sigma where there is none",
      {formula: "h ~ x", family: "bernoulli", priors: ["sigma: exponential(1)"]},
      /unknown class in prior "sigma: exponential\(1\)": sigma; there are Intercept, b/
    ],
    [
      "a coefficient twice",
      {formula: "y ~ 1 + (1 | g) + (1 + t | g)"},
      /ambiguous term: sd_g__Intercept would be/
    ],
    [
      "an unknown modifier",
      {formula: "y ~ t", treatment: "t", by: ["gg"]},
      /unknown column: gg; did you mean g\?/
    ],
    ["an unknown treatment", {formula: "y ~ t", treatment: "tt"}, /unknown column: tt/],
    ["a formula that does not parse", {formula: "y ~ (x"}, /invalid formula: expected/],
    [
      "a prior that fits nothing",
      {formula: "y ~ x", priors: ["sd: normal(0, 1)"]},
      /unknown class in prior/
    ]
  ])("refuses %s", (_, spec, message) => {
    expect(() => createModel(spec, columns)).toThrow(InputError);
    expect(() => createModel(spec, columns)).toThrow(message);
  });
});
