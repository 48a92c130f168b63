// The arms and levels of a declaration, row by row, as they are counted and as the model has them.
import type {Column, Columns} from "../../engine/index.js";
import {codeColumn} from "../define/column-codes.js";
import type {Declaration, DeclaredColumn, Level} from "../define/declaration.js";
import {levelsOf, type Levels} from "./levels.js";

/** 0 or 1 a row; NaN where it belongs to neither arm, or lacks an outcome, control or cluster and is left out of the fit. */
export function declaredArms(declaration: Declaration, columns: Columns): Float64Array {
  const {treatment, outcomes, controls, clusters} = declaration;
  const needed = Object.entries({...outcomes, ...controls, ...clusters}).map(
    ([name, {from = name, ...one}]) =>
      hasValue(columns[from], "levels" in one ? one.levels : undefined)
  );
  const [zero, one] = [treatment.control, treatment.treated].map(([value]) => String(value));
  const {codes, texts} = levelsOf(columns[treatment.from ?? treatment.column]);
  const arms = texts.map((text) => (text === one ? 1 : text === zero ? 0 : NaN));
  return Float64Array.from(codes, (code, i) =>
    code < 0 || !needed.every((has) => has(i)) ? NaN : arms[code]
  );
}

/** Whether a row has a value; of a column of texts with levels, one of these. */
export function hasValue(column: Column, levels?: readonly Level[]): (row: number) => boolean {
  const known = column instanceof Float64Array ? null : new Set(levels?.map(([value]) => value));
  return (row) => {
    const value = column[row];
    if (value === null || Number.isNaN(value)) return false;
    return !levels || known === null || known.has(value);
  };
}

/** What was counted of a column, by how it is declared: the same is asked again at every change. */
const counted = new WeakMap<Column, Map<string, Levels>>();

/** A declared modifier's levels, row by row. */
export function declaredLevels(name: string, column: DeclaredColumn, columns: Columns): Levels {
  const raw = column.from ?? name;
  const values = columns[raw];
  const known = counted.get(values) ?? new Map<string, Levels>();
  counted.set(values, known);
  const key = JSON.stringify(column);
  const own = known.get(key) ?? levelsOf(values, codeOf(name, raw, column));
  known.set(key, own);
  return own;
}

function codeOf(
  name: string,
  raw: string,
  column: DeclaredColumn
): (value: number | string | null) => number | string | null {
  const {derivation} = codeColumn(name, column);
  return (value) => derivation.value({[raw]: value});
}
