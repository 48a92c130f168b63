// A fit written to a folder: the JSON and its tables as Arrow, all or nothing.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync
} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {toArrow} from "../data/arrow.js";
import {error} from "../engine/error.js";
import type {Columns, Draws, Fit} from "../engine/index.js";

/**
 * Raises an InputError unless a fit can go to `folder`: its parent is there, and it is not there
 * yet or is an empty folder. To be asked before the work is done.
 */
export function checkFolder(folder: string): void {
  const parent = dirname(resolve(folder));
  if (!existsSync(parent)) error(`missing folder: ${parent}; make it first`);
  const found = statSync(folder, {throwIfNoEntry: false});
  if (found && !found.isDirectory())
    error(`invalid output folder: ${folder} is a file; name a folder`);
  if (found && readdirSync(folder).length)
    error(`invalid output folder: ${folder} is not empty; name another or remove it`);
}

/**
 * Writes fit.json, draws.arrow and, with a treatment, effects.arrow into `folder`, which appears
 * with all of them or not at all. Raises an InputError as {@link checkFolder} does and when the
 * folder cannot be written.
 */
export function writeFit(folder: string, fit: Fit, json: string, key: string): void {
  checkFolder(folder);
  const {draws, effects} = fit;
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ["fit.json", json],
    ["draws.arrow", toArrow(drawsColumns(draws), {metadata: {key}})],
    ...(effects.draws
      ? [["effects.arrow", toArrow(drawsColumns(effects.draws), {metadata: {key}})] as const]
      : [])
  ];
  let part: string | null = null;
  try {
    part = mkdtempSync(join(dirname(resolve(folder)), ".poolhouse-"));
    const whole = join(part, "fit");
    mkdirSync(whole);
    for (const [name, content] of files) writeFileSync(join(whole, name), content);
    // Windows does not rename onto a folder, not even an empty one.
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(whole, folder);
  } catch (reason) {
    error(`invalid output folder: ${folder} cannot be written (${cause(reason)}); name another`);
  } finally {
    if (part !== null) rmSync(part, {recursive: true, force: true});
  }
}

function cause(reason: unknown): string {
  return reason instanceof Error && "code" in reason ? String(reason.code) : String(reason);
}

function drawsColumns({variables, chains, iterations, values}: Draws): Columns {
  const total = chains * iterations;
  return {
    ".chain": Float64Array.from({length: total}, (_, i) => Math.floor(i / iterations) + 1),
    ".iteration": Float64Array.from({length: total}, (_, i) => (i % iterations) + 1),
    ...Object.fromEntries(
      variables.map((name, v) => [name, values.subarray(v * total, (v + 1) * total)])
    )
  };
}
