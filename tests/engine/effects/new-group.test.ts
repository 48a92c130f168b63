import {describe, expect, it} from "vitest";
import {createDraws, variableView} from "../../../src/engine/draws/draws.js";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import {mixEffects, newGroupEffects} from "../../../src/engine/effects/new-group.js";
import {InputError} from "../../../src/engine/error.js";
import {mean, variance} from "../../../src/engine/math/moments.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {quantiles} from "../../../src/engine/summary/quantile.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {drawsOf, modelWithDraws} from "./posterior-of.js";

const seeded = {seed: "new", chains: 2};
const constant: Readonly<Record<string, number>> = {b_t: 0.3, "b_t:h": -0.5, sd_f__t: 0.4};

describe("newGroupEffects", () => {
  it("is the predicted part plus N(0, sd) with one grouping factor", () => {
    const {model, draws} = modelWithDraws(
      {formula: "y ~ t * h + (1 + t | f:h)", treatment: "t", by: ["f", "h"]},
      (name, normal) => {
        if (name === "sd_f:h__t") return 0.4;
        if (name.startsWith("cor_")) return 0.7;
        return constant[name] ?? (name.startsWith("sd_") ? Math.abs(normal) : normal);
      }
    );
    const {effects, redrawn} = newGroupEffects(model, draws, drawEffects(model, draws), seeded);
    expect(redrawn).toEqual(["f:h"]);
    effects.groups.forEach(({values, mean: average, sd}) => {
      const expected = 0.3 + (values.h === 1 ? -0.5 : 0);
      expectClose(average, expected, {absolute: (4 * 0.4) / Math.sqrt(600)});
      // The relative error of an sd from 600 draws is 2.9 %.
      expectClose(sd, 0.4, {relative: 0.12});
    });
  });

  it("keeps the observed coefficients of levels that other groups share", () => {
    const formula = "y ~ t + (1 + t | f * g)";
    // Nothing varies beyond the shared terms: what is left is known exactly.
    const {model, draws} = modelWithDraws(
      {formula, treatment: "t", by: ["f", "g"]},
      (name, normal) => (name === "sd_f:g__t" ? 0 : name.startsWith("cor_") ? 0 : normal)
    );
    const observed = drawEffects(model, draws);
    const {effects, redrawn} = newGroupEffects(model, draws, observed, seeded);
    expect(redrawn).toEqual(["f:g"]);
    effects.groups.forEach(({values}, g) => {
      const level = (name: string) => String(values[name]).replaceAll(" ", ".");
      const parts = ["b_t", `r_f[${level("f")},t]`, `r_g[${level("g")},t]`].map((name) =>
        drawsOf(draws, name)
      );
      const sum = parts[0].map((_, i) => parts.reduce((total, part) => total + part[i], 0));
      expectClose(variableView(effects.draws!, g), sum, {absolute: 1e-13});
    });
  });

  it("is the observed group, draw by draw, where no term is a group's own", () => {
    const formula = "y ~ t + (1 + t | f) + (1 + t | g)";
    const {model, draws} = modelWithDraws({formula, treatment: "t", by: ["f", "g"]});
    const observed = drawEffects(model, draws);
    const {effects, redrawn} = newGroupEffects(model, draws, observed, seeded);
    expect(redrawn).toEqual([]);
    expect(effects).toEqual(observed);
  });

  it("repeats with its seed, has a stream beside the chains', and changes no draw", () => {
    const {model, draws} = modelWithDraws({formula: "y ~ t + (1 + t | f)"}, (name, normal) =>
      name.startsWith("cor_") ? 0.2 : normal
    );
    const before = Float64Array.from(draws.values);
    const observed = drawEffects(model, draws);
    const of = (chains: number) =>
      newGroupEffects(model, draws, observed, {seed: "new", chains}).effects.draws!.values;
    expect(of(2)).toEqual(of(2));
    expect(of(3)).not.toEqual(of(2));
    expect(draws.values).toEqual(before);
    expect(drawEffects(model, draws)).toEqual(observed);
  });

  it("does not depend on the order or the number of groups asked for", () => {
    const {model, draws} = modelWithDraws({formula: "y ~ t + (1 + t | f)"}, (name, normal) =>
      name.startsWith("cor_") ? 0.2 : normal
    );
    const observed = drawEffects(model, draws);
    const turned = {...observed, groups: observed.groups.toReversed()};
    expect(newGroupEffects(model, draws, turned, seeded).effects).toEqual(
      newGroupEffects(model, draws, observed, seeded).effects
    );
  });
});

describe("beside posterior_epred as brms documents it: allow_new_levels, sample_new_levels = gaussian", () => {
  const plogis = (x: number) => 1 / (1 + Math.exp(-x));

  it.each([
    {family: "gaussian", mean: (x: number) => x},
    {family: "bernoulli", mean: plogis}
  ])("$family: expected outcomes of a group's rows with a level drawn by hand", (how) => {
    const spec = {
      formula: "h ~ t + x + (1 + t | a) + (1 + t | g)",
      ...{family: how.family, treatment: "t", by: ["g"], scale: "response"}
    };
    const {model, draws} = modelWithDraws(
      spec,
      (name, normal) => {
        if (name.startsWith("sd_")) return 0.5 + 0.3 * Math.abs(normal);
        if (name.startsWith("cor_")) return Math.tanh(normal);
        return 0.5 * normal;
      },
      nested()
    );
    const observed = drawEffects(model, draws);
    const at = (name: string) => drawsOf(draws, name);
    const {x} = model.design.rows.data as Record<string, Float64Array>;
    const a = model.design.rows.data.a as readonly string[];
    const chance = createGenerator("by hand", 0);
    const runs = Array.from(
      {length: 20},
      (_, k) =>
        newGroupEffects(model, draws, observed, {seed: `run ${k}`, chains: 2}).effects.draws!
    );
    observed.groups.forEach(({key, rows}, g) => {
      const byHand = Float64Array.from({length: 20 * 600}, (_, k) => {
        const i = k % 600;
        const [z1, z2] = [chance.normal(), chance.normal()];
        const cor = at("cor_g__Intercept__t")[i];
        const intercept = at("sd_g__Intercept")[i] * z1;
        const slope = at("sd_g__t")[i] * (cor * z1 + Math.sqrt(1 - cor ** 2) * z2);
        const each = [...rows].map((row) => {
          const own = (name: string) => at(`r_a[${a[row]},${name}]`)[i];
          const low = at("b_Intercept")[i] + at("b_x")[i] * x[row] + own("Intercept") + intercept;
          return how.mean(low + at("b_t")[i] + own("t") + slope) - how.mean(low);
        });
        return each.reduce((sum, one) => sum + one, 0) / rows.length;
      });
      const ours = Float64Array.from(runs.flatMap((one) => [...variableView(one, g)]));
      // Both run over the same draws 20 times; what differs is the chance of new levels.
      const error = Math.sqrt(variance(byHand) * (2 / byHand.length));
      expectClose(mean(ours), mean(byHand), {absolute: 4 * error}, key);
      // Twice the error of an sd from normal draws, whose tails are lighter.
      expectClose(Math.sqrt(variance(ours) / variance(byHand)), 1, {
        absolute: 8 / Math.sqrt(byHand.length)
      });
      // The 10 % quantile of a normal has 1.7 times the error of its mean.
      const ends = [0.1, 0.9];
      expectClose(quantiles(ours, ends), quantiles(byHand, ends), {absolute: 7 * error}, key);
    });
  });

  /** Six groups in two regions, eight rows each. */
  function nested(): Columns {
    const n = 48;
    return {
      h: Float64Array.from({length: n}, (_, i) => ((i * 7) % 5) % 2),
      t: Float64Array.from({length: n}, (_, i) => i % 2),
      x: Float64Array.from({length: n}, (_, i) => [0, 1, -1, 2][Math.floor(i / 2) % 4]),
      g: Array.from({length: n}, (_, i) => `g${Math.floor(i / 8)}`),
      a: Array.from({length: n}, (_, i) => (i < 24 ? "p" : "q"))
    };
  }
});

describe("mixEffects", () => {
  const effects = createDraws(["a", "b", "c"], 2, 2000);
  ["a", "b", "c"].forEach((_, g) => variableView(effects, g).fill(g));
  const generator = () => createGenerator("mix", 0);

  it("takes every draw from one group, as often as its share", () => {
    const mixed = mixEffects(effects, [1, 0, 3], generator());
    const counts = [0, 1, 2].map((g) => mixed.filter((x) => x === g).length);
    expect(counts[1]).toBe(0);
    expect(counts[0] + counts[2]).toBe(4000);
    expect(Math.abs(counts[0] - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75));
  });

  it("is a group's own effect when that has all", () => {
    expect(new Set(mixEffects(effects, [0, 5, 0], generator()))).toEqual(new Set([1]));
  });

  it("repeats with its generator", () => {
    expect(mixEffects(effects, [1, 1, 1], generator())).toEqual(
      mixEffects(effects, [1, 1, 1], generator())
    );
  });

  it("refuses shares that are none", () => {
    expect(() => mixEffects(effects, [0, 0, 0], generator())).toThrow(InputError);
  });
});
