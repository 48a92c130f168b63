// How a declared column becomes numbers or texts that a formula can take, and its levels in words.
import {error} from "../../engine/error.js";
import type {Derivation} from "../recode-steps.js";
import type {ModifierWords} from "../study.js";
import {isMissing, type Value} from "../table.js";
import type {DeclaredColumn, Level} from "./declaration.js";
import {isBare, lowered} from "./words.js";

/** A column's codes in the model, the words for them, and the words for its coefficients. */
export interface Coded {
  readonly derivation: Derivation;
  readonly words: ModifierWords;
  /** Words by the coefficient's ending after the column's name. */
  readonly coefficients: Readonly<Record<string, string>>;
}

/**
 * Two levels count 0 and 1, steps keep their numbers (bins are numbered from 1), kinds are texts,
 * and numbers without levels are centred and divided by two standard deviations [gelman2008].
 * Raises an InputError on a column without levels that has no mean and sd.
 */
export function codeColumn(name: string, column: DeclaredColumn): Coded {
  const {label, from = name} = column;
  const levels = column.levels ?? column.bins;
  if (!levels) return standardised(name, column);
  const apart = levels.filter(
    ([, text], k) => levels.findIndex(([, other]) => other === text) === k
  );
  const all = column.missing === undefined ? apart : [...apart, missingLevel(column.missing)];
  const codes = codesOf(name, column, all);
  const place = placer(name, column);
  const level = levels.map(([, text]) => apart.findIndex(([, other]) => other === text));
  return {
    derivation: {
      inputs: [from],
      value: (row) => {
        const at = place(row[from]);
        if (at >= 0) return codes[level[at]];
        if (column.missing !== undefined) return codes[apart.length];
        return typeof codes[0] === "string" ? null : NaN;
      }
    },
    words: {label, levels: all.map(([, text], k) => [codes[k], text] as const)},
    coefficients: coefficientWords(
      column,
      all.map(([, text]) => text),
      codes
    )
  };
}

function standardised(name: string, {from = name, label, mean, sd}: DeclaredColumn): Coded {
  if (mean === undefined || sd === undefined || !(sd > 0))
    error(`missing levels: column ${name} has neither levels nor mean and sd; declare one of them`);
  return {
    derivation: {
      inputs: [from],
      value: (row) => {
        const value = row[from];
        if (typeof value === "string")
          return error(`invalid value: "${value}" in "${from}"; the column is declared as numbers`);
        return isMissing(value) ? NaN : (value - mean) / (2 * sd);
      }
    },
    words: {label, levels: []},
    coefficients: {"": `${label}, per two standard deviations`}
  };
}

const missingLevel = (label: string): Level => ["", label, 0];

function codesOf(
  name: string,
  {steps, bins, missing}: DeclaredColumn,
  levels: readonly Level[]
): readonly (number | string)[] {
  if (levels.length < 2) error(`invalid levels: column ${name} has one; it can tell nothing apart`);
  if (levels.length === 2) return [0, 1];
  if (missing === undefined && bins) return levels.map((_, k) => k + 1);
  if (missing === undefined && steps === true)
    return levels.map(([value], k) => (typeof value === "string" ? k + 1 : value));
  // Underscores join the codes of a group, and signs would be spelt out in names of coefficients.
  return levels.map(([, label]) => label.replaceAll(/[_()[\],"'?+\-*/^=]+/gu, " ").trim());
}

/** The position of a value's level: −1 where it is missing; raises an InputError where there is none. */
function placer(name: string, {levels, bins}: DeclaredColumn): (value: Value) => number {
  if (bins) {
    return (value) => {
      if (isMissing(value)) return -1;
      const at = bins.findIndex(([upTo]) => Number(value) <= Number(upTo));
      return at >= 0 ? at : error(`unknown value: ${value} in "${name}"; no bin reaches so far`);
    };
  }
  const places = new Map((levels ?? []).map(([value], k) => [String(value), k]));
  return (value) => {
    if (isMissing(value)) return -1;
    const at = places.get(String(value));
    return at ?? error(`unknown value: ${value} in "${name}"; declare a level for it`);
  };
}

/** Of kinds the first in the alphabet is the one that the others are compared with, as in brms. */
function coefficientWords(
  {label, bins, names = false}: DeclaredColumn,
  texts: readonly string[],
  codes: readonly (number | string)[]
): Record<string, string> {
  const compared = (one: string, other: string): string => {
    const than = names ? other : lowered(other);
    if (/^(?:not|no) (.+)$/u.exec(than)?.[1] === lowered(one)) return one;
    return isBare(one, [one, other]) || isBare(other, [one, other])
      ? `${label} ${lowered(one)}, not ${than}`
      : `${one}, not ${than}`;
  };
  if (codes.length === 2) return {"": compared(texts[1], texts[0])};
  if (typeof codes[0] === "number") return {"": `${label}, per ${bins ? "range" : "step"}`};
  const [first, ...others] = codes.map(String).sort();
  const wordsOf = (code: string): string => texts[codes.indexOf(code)];
  return Object.fromEntries(
    others.map((code) => [code.replaceAll(/\s/gu, ""), compared(wordsOf(code), wordsOf(first))])
  );
}
