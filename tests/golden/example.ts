// Small models, and their draws as bytes: what must come out the same everywhere.
import {createHash} from "node:crypto";
import {toArrow} from "../../src/data/arrow.js";
import {variableView} from "../../src/engine/draws/draws.js";
import type {Fit} from "../../src/engine/fit.js";
import type {ModelSpec} from "../../src/engine/model/model.js";
import type {Method, SamplerOptions} from "../../src/engine/sampler/options.js";
import type {Columns} from "../../src/engine/types.js";

const n = 120;
const rows = Array.from({length: n}, (_, i) => i);

/** Plain numbers and texts, so that they can be sent to a page as JSON. */
export const data = {
  y: rows.map((i) => Math.round(1000 * (Math.sin(i * i) + (i % 2) * (0.3 + 0.2 * (i % 5)))) / 1000),
  t: rows.map((i) => i % 2),
  x: rows.map((i) => ((7 * i) % 11) / 10),
  g: rows.map((i) => `group ${i % 5}`),
  h: rows.map((i) => Math.floor(i / 7) % 3),
  z: rows.map((i) => Number((i * i) % 7 < 3 + (i % 2)))
};

/** The columns as the engine takes them. */
export const columns: Columns = Object.fromEntries(
  Object.entries(data).map(([name, values]) => [
    name,
    typeof values[0] === "string" ? (values as string[]) : Float64Array.from(values as number[])
  ])
);

/** Correlated, crossed, and with every family of prior that takes a special function. */
const crossed: ModelSpec = {
  formula: "y ~ t + x + (1 + t | g) + (1 | h)",
  priors: ["b: student_t(4, 0, 1)", "sd: exponential(1)", "cor: lkj(2)"],
  treatment: "t",
  by: ["g"]
};

const oneFactor: ModelSpec = {formula: "y ~ t + x + (1 + t | g)", treatment: "t", by: ["g"]};

const logit: ModelSpec = {
  formula: "z ~ t + I(x^1.5) + (1 + t | g)",
  family: "bernoulli",
  treatment: "t",
  by: ["g"]
};

/** Every way to draw. */
export const fits: readonly {what: string; spec: ModelSpec; method: Method}[] = [
  {what: "exact draws, one factor", spec: oneFactor, method: "exact"},
  {what: "exact draws, crossed factors", spec: crossed, method: "exact"},
  {what: "NUTS, gaussian", spec: crossed, method: "nuts"},
  {what: "NUTS, bernoulli", spec: logit, method: "nuts"}
];

/** More chains than workers in some of the tests; a seed whose letters take one to four bytes. */
export const options: Partial<SamplerOptions> = {
  chains: 4,
  warmup: 150,
  draws: 60,
  seed: "golden § σ 🎲"
};

/** The sha256 of all draws as an Arrow stream. */
export function digest({draws}: Fit): string {
  const columns = Object.fromEntries(
    draws.variables.map((name, v) => [name, variableView(draws, v)])
  );
  return createHash("sha256").update(toArrow(columns)).digest("hex");
}
