import {describe, expect, it} from "vitest";
import {variableView} from "../../../src/engine/draws/draws.js";
import {averageEffects, sharesOf} from "../../../src/engine/effects/average.js";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import {InputError} from "../../../src/engine/error.js";
import {expectClose} from "../../assert.js";
import {modelWithDraws} from "./posterior-of.js";

const formula = "y ~ t * x + (1 + t | f)";
const {model, draws} = modelWithDraws({formula, treatment: "t", by: ["f", "g"]});
const effects = drawEffects(model, draws);
const sizes = effects.groups.map(({n}) => n);

describe("averageEffects", () => {
  it("with the sample's shares is the effect in all rows taken as one group", () => {
    const whole = modelWithDraws({formula, treatment: "t", by: []});
    const all = drawEffects(whole.model, whole.draws).draws!;
    const average = averageEffects(effects.draws!, sharesOf(sizes));
    expectClose(average, variableView(all, 0), {absolute: 1e-13});
  });

  it("within a level is the effect in the level's rows taken as one group", () => {
    const byLevel = modelWithDraws({formula, treatment: "t", by: ["g"]});
    const levels = drawEffects(byLevel.model, byLevel.draws);
    levels.groups.forEach(({values}, l) => {
      const own = effects.groups.map((group) => (group.values.g === values.g ? group.n : 0));
      const average = averageEffects(effects.draws!, sharesOf(own));
      expectClose(average, variableView(levels.draws!, l), {absolute: 1e-13});
    });
  });

  it("with all on one group is that group's effect, whatever the others are", () => {
    sizes.forEach((_, g) => {
      const one = averageEffects(
        effects.draws!,
        sharesOf(sizes.map((_size, h) => Number(h === g)))
      );
      expect(one).toEqual(Float64Array.from(variableView(effects.draws!, g)));
    });
  });

  it("does not depend on the order of groups", () => {
    const {chains, iterations, variables, values} = effects.draws!;
    const total = chains * iterations;
    const turned = variables.map((_, g) => variables.length - 1 - g);
    const other = {
      ...effects.draws!,
      variables: turned.map((g) => variables[g]),
      values: Float64Array.from(
        turned.flatMap((g) => [...values.subarray(g * total, (g + 1) * total)])
      )
    };
    expectClose(
      averageEffects(other, sharesOf(turned.map((g) => sizes[g]))),
      averageEffects(effects.draws!, sharesOf(sizes)),
      {absolute: 1e-14}
    );
  });

  it("wants one share per group", () => {
    expect(() => averageEffects(effects.draws!, [1])).toThrow(
      /^invalid shares: 1 for \d groups; give each group one$/
    );
  });
});

describe("sharesOf", () => {
  it("scales sizes to add up to 1", () => {
    expect([...sharesOf([2, 0, 6])]).toEqual([0.25, 0, 0.75]);
  });

  it.each([
    [[1, -1], /^invalid share: -1; must be a number from 0$/],
    [[NaN], /^invalid share: NaN; /],
    [[Infinity, 1], /^invalid share: Infinity; /],
    [[0, 0], /^invalid shares: none is above 0; /],
    [[], /^invalid shares: none is above 0; /]
  ])("refuses %j", (given, message) => {
    expect(() => sharesOf(given)).toThrow(InputError);
    expect(() => sharesOf(given)).toThrow(message);
  });
});
