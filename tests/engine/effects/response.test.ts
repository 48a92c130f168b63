import {describe, expect, it} from "vitest";
import {variableView} from "../../../src/engine/draws/draws.js";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import {groupsOf} from "../../../src/engine/effects/groups.js";
import {groupOfRows, responseEffects} from "../../../src/engine/effects/response.js";
import {treatmentOf} from "../../../src/engine/effects/treatment.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";
import {drawsOf, modelWithDraws} from "./posterior-of.js";

const plogis = (x: number) => 1 / (1 + Math.exp(-x));
const spec = {
  formula: "h ~ t * x + (1 + t | f)",
  family: "bernoulli",
  treatment: "t",
  by: ["g", "f"],
  scale: "response"
};

describe("responseEffects", () => {
  it("is the mean difference in probability over the group's rows, computed row by row", () => {
    const {model, draws} = modelWithDraws(spec);
    const {groups, draws: effects, scale} = drawEffects(model, draws);
    expect(scale).toBe("response");
    const {x} = model.design.rows.data as Record<string, Float64Array>;
    const f = model.design.rows.data.f as readonly string[];
    const at = (name: string) => drawsOf(draws, name);
    groups.forEach(({rows, key}, g) => {
      const slow = Float64Array.from({length: 600}, (_, i) => {
        const each = [...rows].map((row) => {
          const level = f[row].replaceAll(" ", ".");
          const low =
            at("b_Intercept")[i] + x[row] * at("b_x")[i] + at(`r_f[${level},Intercept]`)[i];
          const slope = at("b_t")[i] + x[row] * at("b_t:x")[i] + at(`r_f[${level},t]`)[i];
          return plogis(low + slope) - plogis(low);
        });
        return each.reduce((sum, own) => sum + own, 0) / rows.length;
      });
      expectClose(variableView(effects!, g), slow, {absolute: 1e-13}, key);
    });
  });

  it("counts equal rows as often as they occur, across blocks of rows too", () => {
    // 5,000 rows: more than one block; x takes three values.
    const n = 5000;
    const many: Columns = {
      h: Float64Array.from({length: n}, (_, i) => Number(i % 7 < 3)),
      t: Float64Array.from({length: n}, (_, i) => i % 2),
      x: Float64Array.from({length: n}, (_, i) => [0, 1, 1, 4][i % 4])
    };
    const {model, draws} = modelWithDraws(
      {formula: "h ~ t + x", family: "bernoulli", treatment: "t", scale: "response"},
      undefined,
      many
    );
    const [whole] = [variableView(drawEffects(model, draws).draws!, 0)];
    const [b0, bt, bx] = ["b_Intercept", "b_t", "b_x"].map((name) => drawsOf(draws, name));
    const expected = whole.map((_, i) =>
      [0, 1, 1, 4].reduce((sum, x) => {
        const low = b0[i] + bx[i] * x;
        return sum + (plogis(low + bt[i]) - plogis(low)) / 4;
      }, 0)
    );
    expectClose(whole, expected, {absolute: 1e-12});
  });

  it("lies between −1 and 1 and has the sign of the effect in log-odds where rows are alike", () => {
    const {model, draws} = modelWithDraws({...spec, formula: "h ~ t + (1 + t | f)", by: ["f"]});
    const response = drawEffects(model, draws);
    const link = drawEffects(model, draws, "link");
    response.draws!.values.forEach((value, i) => {
      expect(Math.abs(value)).toBeLessThan(1);
      expect(Math.sign(value)).toBe(Math.sign(link.draws!.values[i]));
    });
    expect(response.groups.map((group) => group.p_positive)).toEqual(
      link.groups.map((group) => group.p_positive)
    );
  });

  it("is the effect itself where the outcome is normal", () => {
    const {model, draws} = modelWithDraws({...spec, family: "gaussian"});
    expect(drawEffects(model, draws)).toEqual({
      ...drawEffects(model, draws, "link"),
      scale: "response"
    });
  });

  it("does not depend on the order of groups", () => {
    const {model, draws} = modelWithDraws(spec);
    const {data} = model.design.rows;
    const treatment = treatmentOf("t", data.t);
    const groups = groupsOf(data, treatment, spec.by);
    const backwards = responseEffects(model, draws, treatment, groups.toReversed()).toReversed();
    expect(backwards).toEqual(responseEffects(model, draws, treatment, groups));
  });
});

describe("groupOfRows", () => {
  it("gives each row the position of its group, and -1 to the rest", () => {
    const groups = groupsOf(columns, treatmentOf("t", columns.t), ["g"]);
    const some = groupOfRows(groups.slice(1), 36);
    const g = columns.g as readonly string[];
    expect([...some]).toEqual(g.map((level) => (level === groups[1].key ? 0 : -1)));
  });
});
