// Keeps the day's results, so that a long bench can be stopped, or run model by model.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readModels} from "./models.js";
import {benchPage} from "./report.js";
import type {Bench, Machine, Row} from "./report.js";

/**
 * Adds `rows` to `<folder>/<date>.json` and rewrites `<folder>/latest.md` from it. A row replaces
 * the earlier one of the same model and method, unless it would lose a comparison with Stan; a
 * record made on another machine is replaced as a whole.
 */
export function record(folder: string, date: string, machine: Machine, rows: readonly Row[]): void {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, `${date}.json`);
  const earlier = readRows(file, machine);
  const worth = rows.filter(
    (row) => row.stan !== null || !earlier.some((old) => isSame(old, row) && old.stan !== null)
  );
  const kept = earlier.filter((old) => !worth.some((row) => isSame(old, row)));
  const order = readModels().map((model) => model.id);
  const all = [...kept, ...worth].sort((a, b) => order.indexOf(a.model) - order.indexOf(b.model));
  const bench: Bench = {date, machine, rows: all};
  writeFileSync(file, JSON.stringify(bench, null, 1) + "\n");
  writeFileSync(join(folder, "latest.md"), benchPage(bench));
}

function readRows(file: string, machine: Machine): readonly Row[] {
  if (!existsSync(file)) return [];
  const bench = JSON.parse(readFileSync(file, "utf8")) as Bench;
  return JSON.stringify(bench.machine) === JSON.stringify(machine) ? bench.rows : [];
}

function isSame(a: Row, b: Row): boolean {
  return a.model === b.model && a.poolhouse.method === b.poolhouse.method;
}
