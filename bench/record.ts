// Keeps the day's results, so that a long bench can be stopped, or run piece by piece.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Machine} from "./machine.js";
import {readModels} from "./models.js";
import {benchPage} from "./report.js";
import type {Bench, Row} from "./report.js";
import type {Scaling} from "./scaling.js";

/** What a piece of a bench has measured. */
export interface Results {
  readonly rows?: readonly Row[];
  readonly scaling?: Scaling;
}

/**
 * Adds `results` to `<folder>/<date>.json`, rewrites `<folder>/latest.md` from it and returns that
 * page. A row replaces the earlier one of the same model and method, unless it would lose a comparison
 * with Stan; a section replaces its own; a record made on another machine is replaced as a whole.
 */
export function record(
  folder: string,
  date: string,
  machine: Machine,
  {rows = [], scaling = {}}: Results
): string {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, `${date}.json`);
  const earlier = readEarlier(file, machine);
  const worth = rows.filter(
    (row) => row.stan !== null || !earlier.rows.some((old) => isSame(old, row) && old.stan !== null)
  );
  const kept = earlier.rows.filter((old) => !worth.some((row) => isSame(old, row)));
  const order = readModels().map((model) => model.id);
  const all = [...kept, ...worth].sort((a, b) => order.indexOf(a.model) - order.indexOf(b.model));
  const bench = {date, machine, rows: all, scaling: {...earlier.scaling, ...scaling}};
  writeFileSync(file, JSON.stringify(bench, null, 1) + "\n");
  const page = benchPage(bench);
  writeFileSync(join(folder, "latest.md"), page);
  return page;
}

function readEarlier(file: string, machine: Machine): Pick<Bench, "rows" | "scaling"> {
  const none = {rows: [], scaling: {}};
  if (!existsSync(file)) return none;
  const bench = JSON.parse(readFileSync(file, "utf8")) as Bench;
  return JSON.stringify(bench.machine) === JSON.stringify(machine) ? {...none, ...bench} : none;
}

function isSame(a: Row, b: Row): boolean {
  return a.model === b.model && a.poolhouse.method === b.poolhouse.method;
}
