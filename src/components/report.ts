// Reads a report's Arrow tables into the rows that components are drawn from.
import {effectColumns, estimates, floats, openTable, quantileColumns} from "./arrow-columns.js";
import type {StudyCard} from "./study-types.js";
import type {Curve, EffectRow, ParameterRow, Rung} from "./types.js";

/** A report as fetched: the bytes of its tables and its parsed `study.json`. */
export interface ReportFiles {
  readonly study: StudyCard;
  readonly effects: ArrayBuffer;
  readonly parameters: ArrayBuffer;
  readonly curves?: ArrayBuffer;
}

/** A report as components want it. */
export interface Report {
  readonly study: StudyCard;
  readonly effects: readonly EffectRow[];
  readonly parameters: readonly ParameterRow[];
  readonly curves: readonly Curve[];
}

const rungs: readonly Rung[] = ["saturated", "additive", "partial", "complete"];

/** The rows of all tables, in file order; no curves when their table was not fetched. */
export function readReport({study, effects, parameters, curves}: ReportFiles): Report {
  const modifiers = study.modifiers.map(({name}) => name);
  return {
    study,
    effects: readEffects(effects, modifiers),
    parameters: readParameters(parameters),
    curves: curves ? readCurves(curves) : []
  };
}

function readEffects(bytes: ArrayBuffer, modifiers: readonly string[]): readonly EffectRow[] {
  const {rows, columns, text, number} = openTable(bytes);
  const [model, group, label] = [text("model"), text("group"), text("label")];
  const levels = modifiers.map((name) => [name, columns(name)] as const);
  const [n, treated, control] = [number("n"), number("n_treated"), number("n_control")];
  const [positive, pooling] = [number("p_positive"), number("pooling")];
  const [rhat, ess] = [number("rhat"), number("ess_bulk")];
  const ladder = rungs
    .filter((rung) => columns(`${rung}.median`) !== null)
    .map((rung) => [rung, estimates(number, effectColumns(rung))] as const);
  return Array.from({length: rows}, (_, i) => ({
    model: model(i),
    group: group(i),
    label: label(i),
    levels: Object.fromEntries(
      levels.flatMap(([name, column]) => {
        const level = column?.[i];
        return typeof level === "string" ? [[name, level]] : [];
      })
    ),
    n: n(i),
    n_treated: treated(i),
    n_control: control(i),
    p_positive: positive(i),
    pooling: pooling(i),
    rhat: rhat(i),
    ess_bulk: ess(i),
    rungs: Object.fromEntries(ladder.map(([rung, estimate]) => [rung, estimate(i)]))
  }));
}

function readParameters(bytes: ArrayBuffer): readonly ParameterRow[] {
  const {rows, text, number} = openTable(bytes);
  const [model, variable, label] = [text("model"), text("variable"), text("label")];
  const kind = text("class");
  const [mcse, rhat] = [number("mcse_mean"), number("rhat")];
  const [bulk, tail] = [number("ess_bulk"), number("ess_tail")];
  const estimate = estimates(number, quantileColumns);
  return Array.from({length: rows}, (_, i) => ({
    ...estimate(i),
    model: model(i),
    variable: variable(i),
    label: label(i),
    class: kind(i),
    mcse_mean: mcse(i),
    rhat: rhat(i),
    ess_bulk: bulk(i),
    ess_tail: tail(i)
  }));
}

/** The curves of a table, in file order. */
export function readCurves(bytes: ArrayBuffer): readonly Curve[] {
  const {rows, columns, text} = openTable(bytes);
  const [model, variable] = [text("model"), text("variable")];
  const [x, density] = [floats(columns("x")), floats(columns("density"))];
  const curves: Curve[] = [];
  for (let start = 0, end = 0; start < rows; start = end) {
    const of = {model: model(start), variable: variable(start)};
    while (end < rows && variable(end) === of.variable && model(end) === of.model) end += 1;
    curves.push({...of, x: x.subarray(start, end), density: density.subarray(start, end)});
  }
  return curves;
}
