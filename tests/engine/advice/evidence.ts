// What rules look at, made of a model on data and made-up draws.
import type {Evidence} from "../../../src/engine/advice/advice.js";
import {judge, type Diagnostics} from "../../../src/engine/diagnostics/verdict.js";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import type {ModelSpec} from "../../../src/engine/model/model.js";
import type {Columns} from "../../../src/engine/types.js";
import {columns} from "../design/r.js";
import {modelWithDraws} from "../effects/posterior-of.js";

const calm = judge([{variable: "b", rhat: 1, ess_bulk: 1000, ess_tail: 1000}], {
  divergences: 0,
  max_treedepth_hits: 0,
  ebfmi: Float64Array.of(1)
});

/** Evidence of a model whose sampling went well, but for `diagnostics`. */
export function evidenceOf(
  spec: ModelSpec,
  {data = columns, diagnostics = {}}: {data?: Columns; diagnostics?: Partial<Diagnostics>} = {}
): Evidence {
  const {model, draws} = modelWithDraws(spec, undefined, data);
  return {
    model,
    effects: drawEffects(model, draws),
    diagnostics: {...calm, ...diagnostics}
  };
}

/** n rows with two arms in each of `levels` equal groups g, and a numeric outcome. */
export function grouped(n: number, levels: number): Columns {
  const rows = Array.from({length: n}, (_, i) => i);
  return {
    y: Float64Array.from(rows, (i) => Math.sin(i * i)),
    t: Float64Array.from(rows, (i) => Math.floor(i / levels) % 2),
    g: Float64Array.from(rows, (i) => i % levels),
    h: Float64Array.from(rows, (i) => Math.floor(i / 3) % 2)
  };
}
