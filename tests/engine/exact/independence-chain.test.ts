import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {IndependenceChain} from "../../../src/engine/exact/independence-chain.js";
import {gatherClasses} from "../../../src/engine/exact/one-factor.js";
import {recordChain} from "../../../src/engine/exact/record.js";
import type {Model, ModelSpec} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import type {Columns} from "../../../src/engine/types.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {expectMean} from "./monte-carlo.js";
import {momentsOf, Quadrature} from "./quadrature.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const DRAWS = 4000;

function chainOf(model: Model, seed: string): IndependenceChain {
  return new IndependenceChain(sampled(model), gatherClasses(model.cells), createGenerator(seed));
}

/** Draws by variable. */
function draw(model: Model, seed = "independence") {
  const options = resolveOptions({warmup: 20, draws: DRAWS});
  const {values, acceptance} = recordChain(model.variables.length, options, {}, () =>
    chainOf(model, seed)
  );
  const of = (name: string) => {
    const v = model.variables.indexOf(name);
    expect(v, name).toBeGreaterThanOrEqual(0);
    return values.slice(v * DRAWS, (v + 1) * DRAWS);
  };
  return {of, acceptance};
}

const all = experiment("independence");
/** Few rows, so that the reference is quick and the posterior wide. */
const few: Columns = Object.fromEntries(
  Object.entries(all).map(([name, column]) => [name, column.slice(0, 14)])
);

describe("the independence chain of two variances", () => {
  // Half-normal sd and exponential sigma; flat coefficients, then one held by a prior.
  it.each<{what: string; spec: ModelSpec; precision: number[]; location: number[]}>([
    {
      what: "flat coefficients",
      spec: {formula: "y ~ x + (1 | f)", priors: ["Intercept: flat"]},
      precision: [0, 0],
      location: [0, 0]
    },
    {
      what: "a slope held by its prior",
      spec: {
        formula: "y ~ x + (0 + x | f)",
        priors: ["Intercept: flat", "b: normal(0.5, 0.2)"]
      },
      precision: [0, 25],
      location: [0, 0.5]
    }
  ])("has the distribution of quadrature, with $what", ({spec, precision, location}) => {
    const priors = [...(spec.priors ?? []), "sd: normal(0, 1)", "sigma: exponential(1)"];
    const model = modelOf({...spec, priors}, few);
    const reference = new Quadrature(
      [
        {from: -9, to: 1.6, cells: 60},
        {from: -1.8, to: 2.2, cells: 36}
      ],
      ([a, b]) => {
        const [sd, sigma] = [Math.exp(a), Math.exp(b)];
        const point = {sigma, covariances: [Float64Array.of(sd * sd)], precision, location};
        return slowMarginalDensity(model, point) - 0.5 * sd * sd - sigma + a + b;
      }
    );
    const {of, acceptance} = draw(model);
    const [sd, sigma] = [of(model.variables[2]), of("sigma")];
    const draws = [sd.map(Math.log), sigma.map(Math.log)];
    for (const {what, f} of momentsOf(2)) reference.expectDraws(draws, f, what);
    for (const at of [0.05, 0.2, 0.5, 1, 2])
      reference.expectDraws(draws, ([a]) => Number(Math.exp(a) < at), `sd below ${at}`);
    expect(acceptance).toBeGreaterThan(0.9);
  });
});

describe("the independence chain of three variances", () => {
  it.each<{what: string; formula: string; known: string | null}>([
    {what: "two independent sds and sigma", formula: "y ~ x + (1 + t || f)", known: null}
  ])("has the distribution of quadrature: $what", ({formula}) => {
    const priors = ["Intercept: flat", "sd: normal(0, 1)", "sigma: exponential(1)"];
    const model = modelOf({formula, priors}, few);
    const reference = new Quadrature(
      [
        {from: -8, to: 1.6, cells: 30},
        {from: -8, to: 1.6, cells: 30},
        {from: -1.8, to: 2.2, cells: 20}
      ],
      ([a, b, c]) => {
        const [first, second, sigma] = [Math.exp(a), Math.exp(b), Math.exp(c)];
        const covariances = [Float64Array.of(first * first, 0, 0, second * second)];
        const p = model.cells.p;
        const flat = {
          precision: new Array<number>(p).fill(0),
          location: new Array<number>(p).fill(0)
        };
        return (
          slowMarginalDensity(model, {sigma, covariances, ...flat}) -
          0.5 * (first * first + second * second) -
          sigma +
          a +
          b +
          c
        );
      }
    );
    const {of, acceptance} = draw(model);
    const draws = [
      of("sd_f__Intercept").map(Math.log),
      of("sd_f__t").map(Math.log),
      of("sigma").map(Math.log)
    ];
    for (const {what, f} of momentsOf(3)) reference.expectDraws(draws, f, what);
    for (const at of [0.05, 0.2, 0.5, 1, 2])
      reference.expectDraws(draws, ([, b]) => Number(Math.exp(b) < at), `sd of t below ${at}`);
    expect(acceptance).toBeGreaterThan(0.9);
  });
});

describe("IndependenceChain", () => {
  it.each<ModelSpec>([
    {formula: "y ~ x + (1 | f)"},
    {formula: "y ~ x + t + (1 | f)", priors: ["b: student_t(3, 0, 1)"]},
    {formula: "y ~ x + z", priors: ["b: student_t(3, 0, 0.3)", "sigma: cauchy(0, 1)"]},
    {formula: "y ~ x + (1 | f)", priors: ["sd: cauchy(0, 0.01)", "sigma: lognormal(0, 2)"]}
  ])("accepts nearly all proposals: $formula, $priors", (spec) => {
    expect(draw(modelOf(spec, all)).acceptance).toBeGreaterThan(0.9);
  });

  it("accepts most where three weights depend on each other, which their tables ignore", () => {
    const spec = {formula: "y ~ x + t + z + (1 | f)", priors: ["b: cauchy(0, 0.2)"]};
    const {acceptance} = draw(modelOf(spec, all));
    expect(acceptance).toBeGreaterThan(0.6);
    expect(acceptance).toBeLessThan(1);
  });

  it("draws a coefficient with a heavy-tailed prior from the product of both", () => {
    // One coefficient, sigma near its known value: likelihood normal(mean, s) times Student t.
    const spec = {
      formula: "y ~ 0 + x",
      priors: ["b: student_t(3, 1, 0.05)", "sigma: normal(0.8, 1e-6)"]
    };
    const model = modelOf(spec, few);
    const {cells} = model;
    const [fit, s] = [cells.reference[0], 0.8 / Math.sqrt(cells.xx[0])];
    const reference = new Quadrature(
      [{from: fit - 8 * s, to: fit + 8 * s, cells: 4000}],
      ([b]) => -0.5 * ((b - fit) / s) ** 2 - 2 * Math.log1p(((b - 1) / 0.05) ** 2 / 3)
    );
    const draws = [draw(model).of("b_x")];
    for (const {what, f} of momentsOf(1)) reference.expectDraws(draws, f, what);
    const centre = reference.mean(([b]) => b);
    // The prior pulls by more than chance could.
    expect(Math.abs(centre - fit)).toBeGreaterThan(0.1 * s);
    for (const k of [-1.5, -0.5, 0.5, 1.5])
      reference.expectDraws(draws, ([b]) => Number(b < centre + k * s), `share below ${k}`);
  });

  it("draws levels of a group without rows of the column from what the sd says", () => {
    const model = modelOf({formula: "y ~ t + (0 + t | f)", priors: ["sd: normal(0, 1)"]}, all);
    const {of} = draw(model);
    const [sd, level] = [of("sd_f__t"), of("r_f[d,t]")];
    expectMean(
      level.map((r, i) => r * r - sd[i] * sd[i]),
      0,
      "square less that of the sd"
    );
  });

  it("stays where it is until a proposal is accepted, with coefficients drawn anew", () => {
    // Three weights that depend on each other: a third of all proposals are refused.
    const spec = {formula: "y ~ x + t + z + (1 | f)", priors: ["b: cauchy(0, 0.2)"]};
    const model = modelOf(spec, all);
    const chain = chainOf(model, "stays");
    const sd = model.variables.findIndex((name) => name.startsWith("sd_"));
    const slope = model.variables.indexOf("b_x");
    const rows = Array.from({length: 2000}, () => {
      const row = new Float64Array(model.variables.length);
      chain.draw(row);
      return row;
    });
    const stays = (v: number) => rows.filter((row, i) => i > 0 && row[v] === rows[i - 1][v]).length;
    const refused = stays(sd) / rows.length;
    expect(refused).toBeGreaterThan(0.15);
    expect(refused).toBeLessThan(0.4);
    expect(1 - chain.acceptance).toBeCloseTo(refused, 2);
    expect(stays(slope)).toBe(0);
  });

  it("draws coefficients for the variances that it stays at, not for those it refused", () => {
    const spec = {formula: "y ~ x + t + z + (1 | f)", priors: ["b: cauchy(0, 0.2)"]};
    const model = modelOf(spec, all);
    const {of} = draw(model);
    const levels = ["a", "b", "c", "d"].map((level) => of(`r_f[${level},Intercept]`));
    const [sd, sigma] = [of("sd_f__Intercept"), of("sigma")];
    // Given all else a level is normal; its variance is known, so that a wrong sd shows as another spread.
    const x = ["x", "t", "z"].map((name) => all[name] as Float64Array);
    const [intercept, ...slopes] = model.variables.slice(0, 4).map(of);
    const f = all.f as string[];
    const squares = levels.map((own, g) => {
      const rows = f.flatMap((level, i) => (level === "abcd"[g] ? [i] : []));
      return own.map((value, i) => {
        let sum = 0;
        for (const row of rows) {
          let residual = model.design.outcome[row] - intercept[i];
          slopes.forEach((slope, j) => {
            residual -= slope[i] * x[j][row];
          });
          sum += residual;
        }
        const precision = rows.length / sigma[i] ** 2 + 1 / sd[i] ** 2;
        return (value - sum / sigma[i] ** 2 / precision) ** 2 * precision - 1;
      });
    });
    for (const [g, own] of squares.entries()) expectMean(own, 0, `squares of level ${g}`);
  });

  it("refuses a density of scales that has no integral", () => {
    const one = {...all, f: (all.f as string[]).map((level) => (level === "d" ? "b" : "a"))};
    const spec = {formula: "y ~ x + (1 | f)", priors: ["sd: flat", "Intercept: flat"]};
    expect(() => chainOf(modelOf(spec, one), "none")).toThrow(InputError);
    expect(() => chainOf(modelOf(spec, one), "none")).toThrow(
      "invalid posterior: the density of the scales has no integral; give class sd and sigma proper priors"
    );
    expect(() => chainOf(modelOf(spec, all), "some")).not.toThrow();
  });
});
