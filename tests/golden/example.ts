// A small model, and its draws as bytes: what must come out the same everywhere.
import {createHash} from "node:crypto";
import {toArrow} from "../../src/data/arrow.js";
import {variableView} from "../../src/engine/draws/draws.js";
import type {Fit} from "../../src/engine/fit.js";
import type {ModelSpec} from "../../src/engine/model/model.js";
import type {Method, SamplerOptions} from "../../src/engine/sampler/options.js";

const n = 120;
const rows = Array.from({length: n}, (_, i) => i);

/** Plain numbers and texts, so that they can be sent to a page as JSON. */
export const data = {
  y: rows.map((i) => Math.round(1000 * (Math.sin(i * i) + (i % 2) * (0.3 + 0.2 * (i % 5)))) / 1000),
  t: rows.map((i) => i % 2),
  x: rows.map((i) => ((7 * i) % 11) / 10),
  g: rows.map((i) => `group ${i % 5}`),
  h: rows.map((i) => Math.floor(i / 7) % 3)
};

/** Correlated, crossed, and with every family of prior that takes a special function. */
export const spec: ModelSpec = {
  formula: "y ~ t + x + (1 + t | g) + (1 | h)",
  priors: ["b: student_t(4, 0, 1)", "sd: exponential(1)", "cor: lkj(2)"],
  treatment: "t",
  by: ["g"]
};

export const methods: readonly Method[] = ["exact", "nuts"];

export const options: Partial<SamplerOptions> = {chains: 2, warmup: 150, draws: 60, seed: "golden"};

/** The sha256 of all draws as an Arrow stream. */
export function digest({draws}: Fit): string {
  const columns = Object.fromEntries(
    draws.variables.map((name, v) => [name, variableView(draws, v)])
  );
  return createHash("sha256").update(toArrow(columns)).digest("hex");
}
