// Small models of every shape, with one empty arm, and their parts in the blocked sampler.
import type {Distribution} from "../../../src/engine/density/density.js";
import {TermScale} from "../../../src/engine/exact/term-scale.js";
import {createModel, type Model, type ModelSpec} from "../../../src/engine/model/model.js";
import type {GaussianModel} from "../../../src/engine/posterior/gaussian.js";
import {sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {Columns} from "../../../src/engine/types.js";

const n = 60;

/** Nobody at level d of f is treated; `twice` and `both` are collinear with x and z. */
export function experiment(seed: string): Columns {
  const generator = createGenerator(seed);
  const normals = () => Float64Array.from({length: n}, () => generator.normal());
  const rows = Array.from({length: n}, (_, i) => i);
  const f = rows.map((i) => "abcd"[i % 4]);
  const g = rows.map((i) => "uvw"[Math.floor(i / 7) % 3]);
  const [x, z, noise, levels] = [normals(), normals(), normals(), normals()];
  const t = Float64Array.from(rows, (i) => (f[i] === "d" ? 0 : Math.floor(i / 4) % 2));
  const level = (i: number) => levels["abcd".indexOf(f[i])];
  return {
    f,
    g,
    t,
    x,
    z,
    one: rows.map(() => "all"),
    twice: x.map((value) => 2 * value),
    both: x.map((value, i) => value + z[i]),
    y: Float64Array.from(
      rows,
      (i) => 1 + 0.5 * t[i] - 0.4 * x[i] + level(i) * (0.6 + 0.5 * t[i]) + 0.7 * noise[i]
    )
  };
}

export const specs: readonly ModelSpec[] = [
  {formula: "y ~ x + t"},
  {formula: "y ~ 0 + t", priors: ["b: normal(0.5, 0.3)"]},
  {formula: "y ~ 0 + (1 | f)"},
  {formula: "y ~ t + x + (1 | f)"},
  {formula: "y ~ t + (0 + t | f)", priors: ["Intercept: normal(0, 1)", "b: normal(0, 1)"]},
  {formula: "y ~ t + x + (1 + t | f)"},
  {formula: "y ~ t + (1 + t + x | f)", priors: ["b: normal(0.2, 0.5)"]},
  {formula: "y ~ t + (1 + t || f)", priors: ["b: student_t(4, 0, 1)"]},
  {formula: "y ~ t + (1 + t | f) + (1 | g)", priors: ["b: normal(0, 1)"]},
  {formula: "y ~ x + (1 + t | f * g)", priors: ["Intercept: flat"]},
  {
    formula: "y ~ lambda * t + controls",
    equations: ["lambda ~ z + (1 | f)", "controls ~ 1 + x + (1 | g)"],
    priors: ["b_lambda: normal(0, 1)"]
  }
];

const data = experiment("small models");

/** Every spec on the same rows. */
export const models = specs.map((spec) => ({
  name: [spec.formula, ...(spec.equations ?? []), ...(spec.priors ?? [])].join("; "),
  model: createModel(spec, data)
}));

export const modelOf = (spec: ModelSpec, columns: Columns = data): Model =>
  createModel(spec, columns);

export function sampled(model: Model): GaussianModel {
  const made = sampledModel(model);
  if (made.family !== "gaussian") throw new Error("exact draws are for gaussian models");
  return made;
}

/** The terms of a model at random sds and correlations. */
export function termsOf({cells, priors}: Model, seed: string): TermScale[] {
  const generator = createGenerator(seed);
  return cells.terms.map((term, t) => {
    const made = new TermScale({term, cells, sds: priors.sds[t], eta: priors.etas[t]});
    made.scale.start(0.8, generator);
    return made;
  });
}

/** A term alone: `k` coefficients and `levels` levels, each of them one cell. */
export function termAlone(
  {k, levels, eta}: {k: number; levels: number; eta: number},
  sd: Distribution
): TermScale {
  const codes = Int32Array.from({length: levels}, (_, j) => j);
  const columns = Int32Array.from({length: k}, (_, a) => a);
  const term = {codes, columns, levels, correlated: k > 1};
  const cells = {
    ...models[0].model.cells,
    v: k,
    cells: levels,
    zz: new Float64Array(k * k * levels),
    terms: [term]
  };
  return new TermScale({term, cells, sds: new Array<Distribution>(k).fill(sd), eta});
}
