// Rows of the file that a declared study does not use, and why, in one sentence's words.
import type {Column, Columns} from "../../engine/index.js";
import type {Declaration, DeclaredColumn} from "../define/declaration.js";
import {inSentence, listed} from "../define/words.js";
import {isMissing} from "../table.js";
import {declaredLevels, hasValue} from "./declared-levels.js";
import {levelsOf} from "./levels.js";

/** Values named as examples. */
const SHOWN = 3;

const figure = (n: number): string => n.toLocaleString("en-US");

/**
 * Which rows are left out, step by step, each row once: "200 outside the selection by year, 31 in arms that are not
 * compared (“phone”) and 12 without a value of age"; empty where none is. `columns` are the rows that the selection
 * keeps, `all` the rows of the file.
 */
export function leftOutText(declaration: Declaration, columns: Columns, all: number): string {
  const {rows, where = {}, whereWords = {}} = declaration;
  const lower = inSentence(declaration);
  const selected = Object.keys(where).map((name) => {
    const label = whereWords[name]?.label;
    return label === undefined ? name : lower(label);
  });
  const arms = armsOf(declaration, columns);
  return listed([
    ...(rows < all ? [`${figure(all - rows)} outside the selection by ${listed(selected)}`] : []),
    ...arms.parts,
    ...lackingParts(declaration, columns, arms.isCompared)
  ]);
}

/** How many rows of the file are analysed, and what {@link leftOutText} says of the others. */
export function analysedText(rows: number, all: number, left: string): string {
  return `${figure(rows)} of ${figure(all)} rows are analysed${left === "" ? "" : `; left out are ${left}`}`;
}

/** Rows of no arm, and the words for them. */
function armsOf(
  declaration: Declaration,
  columns: Columns
): {parts: string[]; isCompared: (row: number) => boolean} {
  const {treatment, rows} = declaration;
  const {column, from = column, label, control, treated} = treatment;
  const {codes, texts} = levelsOf(columns[from]);
  const known = [control[0], treated[0]].map(String);
  const isCompared = (row: number): boolean => codes[row] >= 0 && known.includes(texts[codes[row]]);
  let [others, lacking] = [0, 0];
  for (let row = 0; row < rows; ++row) {
    if (codes[row] < 0) lacking += 1;
    else if (!isCompared(row)) others += 1;
  }
  const named = examples(texts.filter((text) => !known.includes(text)));
  return {
    isCompared,
    parts: [
      ...(others > 0 ? [`${figure(others)} in arms that are not compared (${named})`] : []),
      ...(lacking > 0
        ? [`${figure(lacking)} without a value of ${inSentence(declaration)(label)}`]
        : [])
    ]
  };
}

/** Of the rows in the two arms, those that lack something, by what they lack. */
function lackingParts(
  declaration: Declaration,
  columns: Columns,
  isCompared: (row: number) => boolean
): string[] {
  const needed = neededColumns(declaration, columns);
  const lacking = needed.map(() => 0);
  let [rows, several] = [0, 0];
  for (let row = 0; row < declaration.rows; ++row) {
    if (!isCompared(row)) continue;
    let own = 0;
    needed.forEach(({has}, k) => {
      if (has(row)) return;
      own += 1;
      lacking[k] += 1;
    });
    if (own > 0) rows += 1;
    if (own > 1) several += 1;
  }
  const parts = needed.flatMap(({words}, k) => (lacking[k] > 0 ? [{words, rows: lacking[k]}] : []));
  if (parts.length === 0) return [];
  if (parts.length === 1) return [`${figure(rows)} without ${parts[0].words}`];
  const each = parts.map((one) => `${figure(one.rows)} without ${one.words}`);
  return [
    `${figure(rows)} that lack something (${each.join(", ")}${several > 0 ? `; ${figure(several)} of them more than one` : ""})`
  ];
}

interface Needed {
  /** "an answer of mood (“none” is no step of its scale)", "a value of age". */
  readonly words: string;
  readonly has: (row: number) => boolean;
}

function neededColumns(declaration: Declaration, columns: Columns): Needed[] {
  const {outcomes, modifiers, controls = {}, clusters = {}} = declaration;
  const lower = inSentence(declaration);
  const plain = (name: string, {from = name, label}: {from?: string; label: string}): Needed => ({
    words: `a value of ${lower(label)}`,
    has: hasValue(columns[from])
  });
  const grouped = (name: string, column: DeclaredColumn): Needed => {
    const {codes} = declaredLevels(name, column, columns);
    return {words: `a value of ${lower(column.label)}`, has: (row) => codes[row] >= 0};
  };
  const answered = (name: string, column: DeclaredColumn): Needed => {
    const {from = name, label, levels} = column;
    const others = noAnswers(columns[from], levels);
    const has = hasValue(columns[from], levels);
    if (others.length === 0) return {words: `a value of ${lower(label)}`, has};
    const none = `${examples(others)} ${others.length === 1 ? "is none" : "are none"}`;
    return {words: `an answer of ${lower(label)} that counts (${none})`, has};
  };
  return [
    ...Object.entries(outcomes).map(([name, one]) => answered(name, one)),
    ...Object.entries(modifiers).map(([name, one]) => grouped(name, one)),
    ...Object.entries({...controls, ...clusters}).map(([name, one]) => plain(name, one))
  ];
}

/** Texts of an outcome that its levels do not name. */
function noAnswers(column: Column, levels: DeclaredColumn["levels"]): string[] {
  if (column instanceof Float64Array || !levels) return [];
  const known = new Set(levels.map(([value]) => value));
  const others = column.filter((value) => !isMissing(value) && !known.has(value));
  return [...new Set(others)] as string[];
}

function examples(texts: readonly string[]): string {
  const shown = texts.slice(0, SHOWN).map((text) => `“${text}”`);
  return texts.length > SHOWN ? `${shown.join(", ")}, …` : listed(shown);
}
