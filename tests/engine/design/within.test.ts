import {describe, expect, it} from "vitest";
import {createModel, type ModelSpec} from "../../../src/engine/model/model.js";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import {createDraws} from "../../../src/engine/draws/draws.js";
import {createPosterior, sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {sumRows} from "../../../src/engine/design/summed-rows.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";

const generator = createGenerator("within");
const n = 300;
const whole = (levels: number) =>
  Float64Array.from({length: n}, () => Math.floor(levels * generator.uniform()));
const data: Columns = {
  t: whole(2),
  m: whole(3),
  k: whole(2),
  f: Array.from({length: n}, () => "abc"[Math.floor(3 * generator.uniform())]),
  x: Float64Array.from({length: n}, () => 40 + 12 * generator.normal()),
  z: Float64Array.from({length: n}, () => generator.normal()),
  y: Float64Array.from({length: n}, (_, i) => 1000 + 0.1 * i + generator.normal()),
  won: whole(2)
};
const fixed = ["t", "m", "k", "f"];
const summed = sumRows(data, {fixed, averaged: ["y", "x", "z"], outcome: "y"});
const binary = sumRows(data, {fixed, averaged: ["won", "x"], outcome: "won"});

const gaussian: Record<string, ModelSpec> = {
  "one factor and controls": {formula: "y ~ x + z + t * m + (1 + t | f)"},
  "a control times what is constant in a cell": {formula: "y ~ x * m + I(m^2) + (1 + t | f)"},
  "crossed terms": {formula: "y ~ 0 + Intercept + z + (1 + t | m*f) + (0 + t || k)"},
  "two equations": {
    formula: "y ~ lambda * t + controls",
    equations: ["lambda ~ m + (1 | f)", "controls ~ m + x + z"]
  },
  "no group": {formula: "y ~ t * f + x"}
};

function expectSame(spec: ModelSpec, from: ReturnType<typeof sumRows>): void {
  const named = {...spec, treatment: "t", by: ["m", "f"]};
  const [rows, cells] = [createModel(named, data), createModel(named, from)];
  expect(cells.variables).toEqual(rows.variables);
  expect(cells.priors).toEqual(rows.priors);
  expectClose(cells.cells.means, rows.cells.means, {relative: 1e-12});
  const [a, b] = [rows, cells].map((model) => createPosterior(sampledModel(model)));
  const random = createGenerator("point");
  const start = new Float64Array(a.dim);
  const [first, second] = [new Float64Array(a.dim), new Float64Array(a.dim)];
  // Densities are known up to a constant, which need not be the same.
  const shift = a.logDensity(start, first) - b.logDensity(start, second);
  for (let k = 0; k < 5; ++k) {
    const q = start.map(() => 0.3 * random.normal());
    const [da, db] = [a.logDensity(q, first), b.logDensity(q, second)];
    expectClose([db + shift], [da], {relative: 1e-10});
    expectClose(second, first, {relative: 1e-10, absolute: 1e-8});
  }
  const draws = createDraws(rows.variables, 1, 4);
  for (let i = 0; i < draws.values.length; ++i) draws.values[i] = random.normal();
  const [before, after] = [rows, cells].map((model) => drawEffects(model, draws).groups);
  expect(after.map((group) => [group.key, group.n, group.n_treated, group.n_control])).toEqual(
    before.map((group) => [group.key, group.n, group.n_treated, group.n_control])
  );
  expectClose(
    after.map(({mean}) => mean),
    before.map(({mean}) => mean),
    {absolute: 1e-12}
  );
}

describe("a model of summed rows", () => {
  it.each(Object.entries(gaussian))("has the posterior of the rows: %s", (_, spec) => {
    expectSame(spec, summed);
  });

  it("has the posterior of the rows: log-odds", () => {
    expectSame({formula: "won ~ t * m + (1 + t | f)", family: "bernoulli"}, binary);
  });

  it.each([
    ["y ~ x*z + (1 | f)", {}, "unsupported term: x:z of summed rows; x varies inside cells"],
    ["y ~ I(x^2) + (1 | f)", {}, "unsupported term: I(x^2)"],
    ["y ~ 1 + (1 + x | f)", {}, "unsupported term: x of summed rows"],
    ["y ~ scale2(m) + (1 | f)", {}, "scale the column before summing"],
    ["y | weights(m) ~ 1 + (1 | f)", {}, "unsupported weights() or se()"],
    ["x ~ 1 + (1 | f)", {}, "unknown outcome: x"],
    ["y ~ 1 + (1 | f)", {family: "bernoulli"}, "y is not 0 or 1 in every row"],
    ["y ~ 1 + (1 | nowhere)", {}, "unknown column: nowhere"]
  ])("refuses %s %j", (formula, more, sentence) => {
    expect(() => createModel({formula, ...more}, summed)).toThrow(sentence);
  });

  it("refuses log-odds with a column that varies inside cells", () => {
    const spec = {formula: "won ~ x + (1 + t | f)", family: "bernoulli"};
    expect(() => createModel(spec, binary)).toThrow("unsupported column: x with family bernoulli");
  });
});
