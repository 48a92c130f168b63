import {describe, expect, it} from "vitest";
import {drawNewLevels} from "../../../src/engine/effects/new-levels.js";
import {mean, variance} from "../../../src/engine/math/moments.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {drawsOf, modelWithDraws} from "./posterior-of.js";

const generator = () => createGenerator("new", 2);
const scales: Readonly<Record<string, number>> = {
  sd_f__Intercept: 2,
  sd_f__t: 0.5,
  sd_f__x: 1,
  cor_f__Intercept__t: 0.6,
  cor_f__Intercept__x: -0.3,
  cor_f__t__x: 0.4
};
const covariance = (a: Float64Array, b: Float64Array): number => {
  const [ma, mb] = [mean(a), mean(b)];
  return a.reduce((sum, x, i) => sum + (x - ma) * (b[i] - mb), 0) / (a.length - 1);
};

describe("drawNewLevels", () => {
  const made = modelWithDraws(
    {formula: "y ~ t + (1 + t + x | f) + (1 + t || g)"},
    (name, normal) => scales[name] ?? (name.startsWith("sd_") ? 3 : normal)
  );
  const {model, draws} = made;
  const renewed = drawNewLevels(model, draws, [0], generator());
  const at = (level: string, name: string) => drawsOf(renewed, `r_f[${level},${name}]`);
  const names = ["Intercept", "t", "x"];

  it("draws a term's coefficients from its covariance", () => {
    // All levels together: 3 × 600 draws, whose covariances have errors of about 3 %.
    const all = names.map((name) =>
      Float64Array.from(["a+", "b.low", "c"].flatMap((level) => [...at(level, name)]))
    );
    names.forEach((first, a) => {
      names.slice(0, a + 1).forEach((second, b) => {
        const sd = (name: string) => scales[`sd_f__${name}`];
        const cor = a === b ? 1 : scales[`cor_f__${second}__${first}`];
        const expected = cor * sd(first) * sd(second);
        const error = Math.sqrt((1 + cor ** 2) / 1800) * sd(first) * sd(second);
        expectClose(covariance(all[a], all[b]), expected, {absolute: 4 * error});
      });
    });
  });

  it("draws levels apart from each other", () => {
    const bound = 4 / Math.sqrt(600);
    const cor =
      covariance(at("a+", "x"), at("c", "x")) /
      Math.sqrt(variance(at("a+", "x")) * variance(at("c", "x")));
    expect(Math.abs(cor)).toBeLessThan(bound);
  });

  it("leaves all else as it is, the given draws too", () => {
    const before = Float64Array.from(draws.values);
    for (const name of ["b_t", "sd_f__t", "cor_f__Intercept__t", "r_g[u,t]", "sigma"])
      expect(drawsOf(renewed, name), name).toEqual(drawsOf(draws, name));
    drawNewLevels(model, draws, [0, 1], generator());
    expect(draws.values).toEqual(before);
  });

  it("gives the same levels from the same stream, and others from another", () => {
    expect(drawNewLevels(model, draws, [0], generator()).values).toEqual(renewed.values);
    const other = drawNewLevels(model, draws, [0], createGenerator("new", 3));
    expect(drawsOf(other, "r_f[c,t]")).not.toEqual(at("c", "t"));
  });

  it("draws coefficients without correlations apart, each with its own sd", () => {
    const both = drawNewLevels(model, draws, [1], generator());
    const [a, b] = ["Intercept", "t"].map((name) => drawsOf(both, `r_g[u,${name}]`));
    // The relative error of an sd from 600 draws is 2.9 %.
    expectClose([variance(a), variance(b)].map(Math.sqrt), [3, 3], {relative: 0.12});
    expect(Math.abs(covariance(a, b)) / 9).toBeLessThan(4 / Math.sqrt(600));
  });

  it("bears correlations of one and scales of zero", () => {
    const edge = modelWithDraws({formula: "y ~ t + (1 + t | f)"}, (name, normal) => {
      if (name.startsWith("cor_")) return 1;
      return name === "sd_f__t" ? 0 : name.startsWith("sd_") ? 2 : normal;
    });
    const levels = drawNewLevels(edge.model, edge.draws, [0], generator());
    expect(drawsOf(levels, "r_f[c,t]").every((x) => x === 0)).toBe(true);
    expect(drawsOf(levels, "r_f[c,Intercept]").every(Number.isFinite)).toBe(true);
  });
});
