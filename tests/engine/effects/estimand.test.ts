import {describe, expect, it} from "vitest";
import {effectEstimands, levelOffsets} from "../../../src/engine/effects/estimand.js";
import {groupsOf} from "../../../src/engine/effects/groups.js";
import {treatmentOf} from "../../../src/engine/effects/treatment.js";
import {createModel, type ModelSpec} from "../../../src/engine/model/model.js";
import {columns} from "../design/r.js";

/** The weights by name of parameter, per group. */
function weights(spec: ModelSpec, by: readonly string[], name = "t") {
  const model = createModel({...spec, treatment: name, by}, columns);
  const {data} = model.design.rows;
  const treatment = treatmentOf(name, data[name]);
  const groups = groupsOf(data, treatment, by);
  return effectEstimands(model, treatment, groups).map(
    ({variables, weights: own}, g): Record<string, number | string> => ({
      group: groups[g].key,
      ...Object.fromEntries([...variables].map((v, k) => [model.variables[v], own[k]]))
    })
  );
}

describe("effectEstimands", () => {
  it("is the coefficient itself where nothing modifies the effect", () => {
    expect(weights({formula: "y ~ t + x"}, [])).toEqual([{group: "all", b_t: 1}]);
  });

  it("adds interactions at the group's values, with weights that are exact", () => {
    expect(weights({formula: "y ~ t * h + x"}, ["h"])).toEqual([
      {group: "0", b_t: 1},
      {group: "1", b_t: 1, "b_t:h": 1}
    ]);
    expect(weights({formula: "y ~ t * f"}, ["f"])).toEqual([
      {group: "a+", b_t: 1},
      {group: "b low", b_t: 1, "b_t:fblow": 1},
      {group: "c", b_t: 1, "b_t:fc": 1}
    ]);
  });

  it("adds the slopes of all group terms that the group belongs to", () => {
    const [first] = weights({formula: "y ~ t + (1 + t | f * g)"}, ["f", "g"]);
    expect(first).toEqual({
      group: "a+_u",
      b_t: 1,
      "r_f[a+,t]": 1,
      "r_g[u,t]": 1,
      "r_f:g[a+_u,t]": 1
    });
  });

  it("reads the two-equation form: all of lambda, nothing of controls", () => {
    const spec = {formula: "y ~ a * t + b", equations: ["a ~ h + (1 | g)", "b ~ x + (1 | f)"]};
    expect(weights(spec, ["g", "h"])).toEqual([
      {group: "u_0", b_a_Intercept: 1, "r_g__a[u,Intercept]": 1},
      {group: "u_1", b_a_Intercept: 1, b_a_h: 1, "r_g__a[u,Intercept]": 1},
      {group: "v_0", b_a_Intercept: 1, "r_g__a[v,Intercept]": 1},
      {group: "v_1", b_a_Intercept: 1, b_a_h: 1, "r_g__a[v,Intercept]": 1}
    ]);
  });

  it("averages over the group's rows what differs between them", () => {
    const {h, x} = columns as Record<string, Float64Array>;
    const rows = [...h.keys()].filter((i) => h[i] === 1);
    const [, second] = weights({formula: "y ~ t * x"}, ["h"]);
    const average = rows.reduce((sum, i) => sum + x[i], 0) / rows.length;
    expect(second["b_t:x"]).toBeCloseTo(average, 14);
  });

  it("takes the difference of a text treatment's levels", () => {
    expect(weights({formula: "y ~ g + x"}, [], "g")).toEqual([{group: "all", b_gv: 1}]);
    expect(weights({formula: "y ~ 0 + g"}, [], "g")).toEqual([{group: "all", b_gu: -1, b_gv: 1}]);
  });

  it("passes through functions of the treatment", () => {
    const [all] = weights({formula: "y ~ I(3 * t) + scale2(t)"}, []);
    expect(all.b_I3MUt).toBe(3);
    expect(all.b_scale2t).toBeCloseTo(1, 14);
  });
});

describe("levelOffsets", () => {
  it.each(
    [
      "h ~ x + (1 + t | f) + (1 | g)",
      "h ~ x + (1 + t || f) + (1 + t | g)",
      "h ~ 1 + (1 + t + x | f * g)"
    ].flatMap((formula) => ["gaussian", "bernoulli"].map((family) => ({formula, family})))
  )("finds the first level coefficient of every term of $formula, $family", (spec) => {
    const {design, variables} = createModel(spec, columns);
    levelOffsets({design, variables}).forEach((offset, k) => {
      const {group, levels, coefficients} = design.terms[k];
      expect(variables[offset]).toBe(
        `r_${group}[${levels[0].replaceAll(" ", ".")},${coefficients[0]}]`
      );
    });
  });
});
