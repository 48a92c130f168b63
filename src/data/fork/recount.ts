// A declared column counted anew in another file; what its author wrote of it stays.
import {error} from "../../engine/error.js";
import type {Column, Columns} from "../../engine/index.js";
import {suggestion} from "../../engine/index.js";
import type {DeclaredCluster, DeclaredColumn, Level} from "../define/declaration.js";
import {countUnits} from "../profile/clusters.js";
import {profileTable} from "../profile/column-profile.js";
import {moments} from "../profile/declare-column.js";
import {isMissing} from "../table.js";

/** What is counted, and the words for it in sentences. */
export interface Counted {
  /** The rows that the study is of. */
  readonly columns: Columns;
  /** The file's name. */
  readonly file: string;
  /** Where the study is declared, for whoever has to mend it. */
  readonly home: string;
}

/** What a column is in the study. */
export type Role = "outcome" | "modifier" | "control";

/** Rows by value, as texts, in the file's order. */
export function rowsByValue(column: Column): Map<string, number> {
  const rows = new Map<string, number>();
  for (const value of column)
    if (!isMissing(value)) rows.set(String(value), (rows.get(String(value)) ?? 0) + 1);
  return rows;
}

/** A column of the file. Raises an InputError where the file has it no more. */
export function columnOf(from: string, role: string, {columns, file, home}: Counted): Column {
  if (Object.hasOwn(columns, from)) return columns[from];
  const near = suggestion(from, Object.keys(columns));
  return error(
    `missing column: ${from}, a ${role} of the study, is not in ${file} (${near}); if it has another name now, say so as from: in ${home}, else take it out there, and start again`
  );
}

/**
 * The column with the new file's rows by level or bin, or mean and sd. Raises an InputError that names column and value
 * where the declaration does not hold of the file any more.
 */
export function recountColumn(
  name: string,
  declared: DeclaredColumn,
  role: Role,
  data: Counted
): DeclaredColumn {
  const {from = name, levels, bins} = declared;
  const column = columnOf(from, role, data);
  if (role === "outcome" || !levels) checkKind(from, column, levels, {role, data});
  if (bins) return {...declared, bins: recountBins(from, column, bins, data)};
  if (levels) {
    const own = {...declared, levels: recountLevels(column, levels)};
    checkUndeclared(from, column, levels, {role, data});
    checkEmpty(from, own.levels, {role, data});
    return own;
  }
  const [profile] = profileTable({columns: {[from]: column}, words: {}});
  if (profile.kind === "empty" || profile.kind === "constant")
    error(
      `invalid ${role}: ${from} ${profile.kind === "empty" ? "has no value" : "has one value only"} in ${data.file}; name another column in ${data.home}`
    );
  return {...declared, ...moments(profile)};
}

/** The levels with the rows of the column. */
export function recountLevels(column: Column, levels: readonly Level[]): Level[] {
  const rows = rowsByValue(column);
  return levels.map(([value, label]) => [value, label, rows.get(String(value)) ?? 0]);
}

/** The units, counted. Raises an InputError where they are none any more. */
export function recountUnits(
  name: string,
  declared: DeclaredCluster,
  data: Counted
): DeclaredCluster {
  const {from = name} = declared;
  const counted = countUnits(columnOf(from, "cluster", data));
  if (counted.count < 2 || counted.rows[1] < 2)
    error(
      `invalid cluster: ${from} has ${counted.count < 2 ? "not two values" : "one row for each value"} in ${data.file}; take it out of ${data.home}`
    );
  return {...declared, ...counted};
}

interface Where {
  readonly role: Role;
  readonly data: Counted;
}

/** Of a column that is declared as numbers, and has become one of texts; and of answers in words that are numbers now. */
function checkKind(
  from: string,
  column: Column,
  levels: readonly Level[] | undefined,
  {role, data: {file, home}}: Where
): void {
  const isWords = levels?.some(([value]) => typeof value === "string") ?? false;
  const values = [...rowsByValue(column).keys()];
  if (values.length === 0 || isWords !== column instanceof Float64Array) return;
  const odd = isWords ? values[0] : (values.find((one) => Number.isNaN(Number(one))) ?? values[0]);
  const [found, before] = isWords ? ["numbers", "answers in words"] : ["texts", "numbers"];
  error(
    `invalid ${role}: ${from} holds ${found} in ${file}, such as “${odd}”, and is declared as ${before}; mend the file, or declare the column anew in ${home}`
  );
}

/** An outcome's answers in words may be left without a level, and their rows are then left out; nothing else may. */
function checkUndeclared(
  from: string,
  column: Column,
  levels: readonly Level[],
  {role, data: {file, home}}: Where
): void {
  if (role === "outcome" && !(column instanceof Float64Array)) return;
  const known = new Set(levels.map(([value]) => String(value)));
  const found = [...rowsByValue(column)].find(([value]) => !known.has(value));
  if (!found) return;
  const [value, rows] = found;
  const literal = column instanceof Float64Array ? value : JSON.stringify(value);
  error(
    `unknown value: “${value}” of ${from} in ${file} (${rowsText(rows)}) has no level; declare one, as [${literal}, ${JSON.stringify(value)}, 0], in ${home} and start again, or mend the file`
  );
}

/** Groups cannot be told by a level without rows; an answer that nobody gives is a step of its scale all the same. */
function checkEmpty(
  from: string,
  levels: readonly Level[],
  {role, data: {file, home}}: Where
): void {
  const rowsOf = (label: string): number =>
    levels.reduce((sum, [, text, rows]) => sum + (text === label ? rows : 0), 0);
  const empty = levels.filter(([, label]) => rowsOf(label) === 0);
  const answered = levels.length - empty.length;
  if (empty.length === 0 || (role === "outcome" && answered > 1)) return;
  const [value, label] = empty[0];
  const named = label === String(value) ? `“${label}”` : `“${label}” (${String(value)})`;
  error(
    `missing rows: no row of ${file} has ${named} of ${from} any more; take that level out of ${home}, or give it the label of another, which makes one of the two, and start again`
  );
}

function recountBins(
  from: string,
  column: Column,
  bins: readonly Level[],
  {file, home}: Counted
): Level[] {
  const rows = bins.map(() => 0);
  for (const value of column) {
    if (isMissing(value)) continue;
    const at = bins.findIndex(([upTo]) => Number(value) <= Number(upTo));
    if (at < 0)
      error(
        `unknown value: ${String(value)} of ${from} in ${file} is beyond the last bin, which ends at ${String(bins.at(-1)?.[0])}; raise that end in ${home}, and start again`
      );
    rows[at] += 1;
  }
  const empty = rows.indexOf(0);
  if (empty >= 0)
    error(
      `missing rows: no row of ${file} is in the bin “${bins[empty][1]}” of ${from} any more; move the ends of the bins in ${home}, or take it out, and start again`
    );
  return bins.map(([upTo, label], k) => [upTo, label, rows[k]]);
}

/** "1 row", "1,200 rows". */
export function rowsText(rows: number): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en-US")} rows`;
}
