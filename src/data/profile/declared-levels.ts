// The arms and levels of a declaration, row by row, as they are counted and as the model has them.
import type {Column, Columns} from "../../engine/index.js";
import {codeColumn} from "../define/column-codes.js";
import type {Declaration, DeclaredColumn} from "../define/declaration.js";
import {levelsOf, type Levels} from "./levels.js";

/** 0 or 1 a row, NaN where it belongs to neither arm. */
export function declaredArms({treatment}: Declaration, columns: Columns): Float64Array {
  const [zero, one] = [treatment.control, treatment.treated].map(([value]) => String(value));
  const {codes, texts} = levelsOf(columns[treatment.from ?? treatment.column]);
  const arms = texts.map((text) => (text === one ? 1 : text === zero ? 0 : NaN));
  return Float64Array.from(codes, (code) => (code < 0 ? NaN : arms[code]));
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
