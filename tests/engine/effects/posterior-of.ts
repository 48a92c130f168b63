// Models with draws made up, to test what is computed from draws.
import {createDraws, variableView} from "../../../src/engine/draws/draws.js";
import {createModel, type ModelSpec} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {Columns, Draws} from "../../../src/engine/types.js";
import {columns} from "../design/r.js";

/** A model and draws of its parameters: standard normal, or what `value` makes of a name. */
export function modelWithDraws(
  spec: ModelSpec,
  value: (name: string, normal: number) => number = (_, normal) => normal,
  data: Columns = columns
) {
  const model = createModel(spec, data);
  const draws = createDraws(model.variables, 2, 300);
  const generator = createGenerator("made up", 0);
  model.variables.forEach((name, v) => {
    const own = variableView(draws, v);
    own.forEach((_, i) => (own[i] = value(name, generator.normal())));
  });
  return {model, draws};
}

/** All draws of a parameter. */
export function drawsOf(draws: Draws, name: string): Float64Array {
  const index = draws.variables.indexOf(name);
  if (index < 0) throw new Error(`no variable ${name}`);
  return variableView(draws, index);
}
