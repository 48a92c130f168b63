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
export function factorOf(column: Column, levels: readonly string[] = sortedLevels(column)): Factor {
  const position = new Map(levels.map((level, i) => [level, i]));
  const codes = new Int32Array(column.length);
  for (let i = 0; i < codes.length; ++i) codes[i] = position.get(String(column[i])) ?? -1;
  return {levels, codes};
}

function sortedLevels(column: Column): string[] {
  if (column instanceof Float64Array) return [...new Set(column)].sort((a, b) => a - b).map(String);
  return [...new Set(column.map(String))].sort();
}

/**
 * The combinations of several factors that occur in the data, as one factor: levels joined by
 * "_", ordered by the first factor, then the second, and so on.
 */
export function crossFactors(factors: readonly Factor[], n: number): Factor {
  if (factors.length === 1) return factors[0];
  const keys = new Float64Array(n);
  for (const {levels, codes} of factors)
    for (let i = 0; i < n; ++i) keys[i] = keys[i] * levels.length + codes[i];
  const found = [...new Set(keys)].sort((a, b) => a - b);
  const position = new Map(found.map((key, i) => [key, i]));
  const codes = new Int32Array(n);
  for (let i = 0; i < n; ++i) codes[i] = position.get(keys[i]) ?? -1;
  const levels = found.map((key) => {
    const parts: string[] = [];
    let rest = key;
    for (let f = factors.length - 1; f >= 0; --f) {
      const size = factors[f].levels.length;
      parts.unshift(factors[f].levels[rest % size]);
      rest = Math.floor(rest / size);
    }
    return parts.join("_");
  });
  return {levels, codes};
}
