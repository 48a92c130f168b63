// Categories as whole numbers, with their levels in a stated order.
import type {Column} from "../types.js";

/** A column as categories: the level of each row, counted from 0. */
export interface Factor {
  readonly levels: readonly string[];
  readonly codes: Int32Array;
}

/**
 * The categories of a column, sorted: numbers by size, texts by character code. The first is the
 * reference. When `levels` are given they are used as they are, and a value not among them
 * gets code -1.
 */
export function factorOf(column: Column, levels?: readonly string[]): Factor {
  const found = new Map<string | number | null, number>();
  const codes = new Int32Array(column.length);
  for (let i = 0; i < codes.length; ++i) {
    const value = column[i];
    let code = found.get(value);
    if (code === undefined) {
      code = found.size;
      found.set(value, code);
    }
    codes[i] = code;
  }
  const values = [...found.keys()];
  const ordered = levels ?? sortedLevels(values);
  const position = new Map(ordered.map((level, i) => [level, i]));
  const place = Int32Array.from(values, (value) => position.get(String(value)) ?? -1);
  for (let i = 0; i < codes.length; ++i) codes[i] = place[codes[i]];
  return {levels: ordered, codes};
}

function sortedLevels(values: readonly (string | number | null)[]): string[] {
  if (values.every((value) => typeof value === "number"))
    return [...values].sort((a, b) => a - b).map(String);
  return [...new Set(values.map(String))].sort();
}

/**
 * The combinations of several factors that occur in the data, as one factor: levels joined by
 * "_", ordered by the first factor, then the second, and so on.
 */
export function crossFactors(factors: readonly Factor[], n: number): Factor {
  if (factors.length === 1) return factors[0];
  const codes = new Int32Array(n);
  let count = 1;
  for (const factor of factors) count = refine(codes, count, factor);
  const levels = new Array<string>(count);
  for (let i = 0; i < n; ++i)
    levels[codes[i]] ??= factors.map((factor) => factor.levels[factor.codes[i]]).join("_");
  return {levels, codes};
}

/** Below this many possible pairs a table of all is quicker than one of those that occur. */
const TABLE = 1 << 22;

/**
 * Overwrites codes, of `count` values, with the codes of the pairs with a factor's that occur, in
 * order; returns how many do. Numbering after every factor keeps products of levels exact.
 */
function refine(codes: Int32Array, count: number, factor: Factor): number {
  const size = factor.levels.length;
  const pairs = count * size;
  return pairs <= TABLE
    ? refineByTable(codes, factor.codes, size, pairs)
    : refineByMap(codes, factor.codes, size);
}

function refineByTable(codes: Int32Array, own: Int32Array, size: number, pairs: number): number {
  const number = new Int32Array(pairs);
  for (let i = 0; i < codes.length; ++i) number[codes[i] * size + own[i]] = 1;
  let found = 0;
  for (let pair = 0; pair < pairs; ++pair) if (number[pair]) number[pair] = found++;
  for (let i = 0; i < codes.length; ++i) codes[i] = number[codes[i] * size + own[i]];
  return found;
}

function refineByMap(codes: Int32Array, own: Int32Array, size: number): number {
  const pairs = new Set<number>();
  for (let i = 0; i < codes.length; ++i) pairs.add(codes[i] * size + own[i]);
  const sorted = Float64Array.from(pairs).sort();
  const number = new Map<number, number>();
  sorted.forEach((pair, i) => number.set(pair, i));
  for (let i = 0; i < codes.length; ++i) codes[i] = number.get(codes[i] * size + own[i]) ?? -1;
  return sorted.length;
}
