// Models of rows as models of the same rows summed within cells.
import {factorOf} from "../design/factors.js";
import {coefficientName} from "../design/matrix.js";
import {formulaColumns} from "../design/rows.js";
import {sumRows, type SummedRows} from "../design/summed-rows.js";
import {error} from "../error.js";
import {parseFormula} from "../formula/formula.js";
import type {Columns} from "../types.js";
import type {ModelSpec} from "./model.js";

/** Summed rows, and specs that say of them what the given ones say of the rows. */
export interface SummedModels<T extends ModelSpec> {
  readonly specs: readonly T[];
  readonly data: SummedRows;
}

/**
 * Sums rows within the combinations of `fixed` columns for models of one outcome. Every other column
 * of their formulas is averaged; a text among them becomes one 0/1 column per level but the first,
 * named as its coefficient is, so that names of parameters stay. Averaged columns come in order of
 * their names: more models on the same cells leave every sum as it is, to the last bit.
 * Raises an InputError when the models have several outcomes or one that is fixed, and as `sumRows` does.
 */
export function sumModels<T extends ModelSpec>(
  specs: readonly T[],
  data: Columns,
  fixed: readonly string[]
): SummedModels<T> {
  const formulas = specs.map(({formula, equations}) => parseFormula(formula, equations));
  const [outcome] = formulas.map(({response}) => response);
  const other = formulas.find(({response}) => response !== outcome);
  if (other)
    error(`ambiguous outcome: ${outcome} and ${other.response}; sum rows for one at a time`);
  if (fixed.includes(outcome))
    error(`invalid cells: ${outcome} is the outcome; leave it out, as it is averaged within cells`);
  const used = new Set(formulas.flatMap(formulaColumns));
  const columns: Record<string, Columns[string]> = {...data};
  const averaged: string[] = [];
  const replaced = new Map<string, string>();
  for (const name of used) {
    if (fixed.includes(name) || !Object.hasOwn(data, name)) continue;
    if (data[name] instanceof Float64Array) averaged.push(name);
    else {
      const indicators = indicatorColumns(name, data);
      Object.assign(columns, indicators);
      averaged.push(...Object.keys(indicators));
      replaced.set(name, `(${Object.keys(indicators).join(" + ")})`);
    }
  }
  const missing = [...used].find((name) => !Object.hasOwn(data, name));
  if (missing !== undefined) error(`unknown column: ${missing}; the data have no such column`);
  return {
    specs: specs.map((spec) => rewritten(spec, replaced)),
    data: sumRows(columns, {fixed, averaged: averaged.sort(), outcome})
  };
}

/** One 0/1 column for each level of a text but the first. */
function indicatorColumns(name: string, data: Columns): Record<string, Float64Array> {
  const {levels, codes} = factorOf(data[name]);
  return Object.fromEntries(
    levels
      .slice(1)
      .map((level, k) => [
        coefficientName(name + level),
        Float64Array.from(codes, (code) => Number(code === k + 1))
      ])
  );
}

function rewritten<T extends ModelSpec>(spec: T, replaced: ReadonlyMap<string, string>): T {
  if (replaced.size === 0) return spec;
  const change = (text: string): string =>
    [...replaced].reduce((so, [name, sum]) => so.replaceAll(wholeName(name), sum), text);
  const {formula, equations} = spec;
  return {...spec, formula: change(formula), ...(equations && {equations: equations.map(change)})};
}

/** A name where it is no part of another. */
function wholeName(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}._\`])${escaped}(?![\\p{L}\\p{N}._\`])`, "gu");
}
