// What moved between two declarations of a study, in lines for a terminal.
import type {Declaration, DeclaredCluster, DeclaredColumn, Level} from "../define/declaration.js";
import {rowsText} from "./recount.js";

/** Levels told of a column; more would bury the others. */
const SHOWN = 8;

const figure = (value: number): string => value.toLocaleString("en-US", {maximumFractionDigits: 9});

/** Rows, file, and every column that counts otherwise; the first line is always on the rows. */
export function changesBetween(before: Declaration, after: Declaration): string[] {
  const columns = ({
    outcomes,
    modifiers,
    controls
  }: Declaration): Record<string, DeclaredColumn> => ({
    ...outcomes,
    ...modifiers,
    ...controls
  });
  const units = ({clusters, unclustered}: Declaration): Record<string, DeclaredCluster> => ({
    ...unclustered,
    ...clusters
  });
  const arms = ({treatment: {label, control, treated}}: Declaration): DeclaredColumn => ({
    label,
    levels: [control, treated]
  });
  const [own, ownUnits] = [columns(after), units(after)];
  return [
    before.rows === after.rows
      ? `${rowsText(after.rows)}, as before`
      : `${rowsText(before.rows)} are now ${figure(after.rows)}`,
    ...fileChange(before, after),
    ...columnChange(arms(before), arms(after)),
    ...Object.entries(columns(before)).flatMap(([name, one]) => columnChange(one, own[name])),
    ...Object.entries(units(before)).flatMap(([name, one]) => unitChange(one, ownUnits[name]))
  ];
}

function fileChange({source: before}: Declaration, {source: after}: Declaration): string[] {
  if (before.file !== after.file) return [`the file is now ${after.file}, and was ${before.file}`];
  if (before.sha256 === after.sha256) return [];
  return [
    before.bytes === after.bytes
      ? `${after.file} has other bytes, as many as before`
      : `${after.file}: ${figure(before.bytes)} → ${figure(after.bytes)} bytes`
  ];
}

function columnChange(before: DeclaredColumn, after: DeclaredColumn): string[] {
  const moved = [
    ...levelChanges(before.levels ?? before.bins ?? [], after.levels ?? after.bins ?? []),
    ...numberChange("mean", before.mean, after.mean),
    ...numberChange("standard deviation", before.sd, after.sd)
  ];
  const more = moved.length - SHOWN;
  const shown = [...moved.slice(0, SHOWN), ...(more > 0 ? [`and ${String(more)} more`] : [])];
  return moved.length === 0 ? [] : [`${after.label}: ${shown.join(", ")}`];
}

/** By label, for values of one label are one level. */
function levelChanges(before: readonly Level[], after: readonly Level[]): string[] {
  const rowsOf = (levels: readonly Level[], label: string): number =>
    levels.reduce((sum, [, text, rows]) => sum + (text === label ? rows : 0), 0);
  return [...new Set(after.map(([, label]) => label))].flatMap((label) => {
    const [was, is] = [rowsOf(before, label), rowsOf(after, label)];
    return was === is ? [] : [`“${label}” ${figure(was)} → ${figure(is)}`];
  });
}

function numberChange(what: string, before?: number, after?: number): string[] {
  if (before === after || after === undefined) return [];
  return [`${what} ${before === undefined ? "none" : figure(before)} → ${figure(after)}`];
}

function unitChange(before: DeclaredCluster, after: DeclaredCluster): string[] {
  const text = ({count, rows: [least, most]}: DeclaredCluster): string =>
    `${figure(count)} units of ${least === most ? "" : `${figure(least)} to `}${figure(most)} rows`;
  return text(before) === text(after) ? [] : [`${after.label}: ${text(before)} → ${text(after)}`];
}
