// All fits of a map of choices: those that are kept are read, the others made, on all processors.
import {availableParallelism} from "node:os";
import {createPool} from "../pool.js";
import {columnsKey} from "../keep/remember.js";
import {engineKey, sourcesKey} from "../keep/engine-key.js";
import type {Keep} from "../keep/keep.js";
import {keyOf} from "../key.js";
import {cellsNotes, cellsTable} from "../report/study-cells.js";
import type {SummedRows} from "../../engine/index.js";
import {fitChoice, type ChoiceFit, type ChoiceTask} from "./fit-choice.js";

/** How to make fits. */
export interface FitChoicesOptions {
  readonly keep: Keep;
  /** Threads at most; 1 fits in this one. All processors by default. */
  readonly workers?: number;
  /** Told how many fits were made and how many were kept. */
  readonly told?: (made: number, kept: number) => void;
}

/** So few fits are over before a thread has started. */
const QUICK = 4;

/**
 * One answer per task, in order. Each is kept under a key of all that decides it: cells, card, choice,
 * groups shown, and the sources of engine and choices; so that one changed choice is fitted alone.
 */
export async function fitChoices(
  tasks: readonly ChoiceTask[],
  {keep, workers = availableParallelism(), told}: FitChoicesOptions
): Promise<ChoiceFit[]> {
  const keys = tasks.map(keyOfTask);
  const answers = keys.map((key) => keep.read(key) as ChoiceFit | undefined);
  const left = tasks.flatMap((task, i) => (answers[i] ? [] : [{task, i}]));
  const make = maker(left.length > QUICK ? Math.min(workers, left.length) : 1);
  try {
    await Promise.all(
      left.map(async ({task, i}) => {
        const answer = await make.fit(task);
        keep.write(keys[i], answer);
        answers[i] = answer;
      })
    );
  } finally {
    await make.end();
  }
  told?.(left.length, tasks.length - left.length);
  return answers as ChoiceFit[];
}

interface Maker {
  readonly fit: (task: ChoiceTask) => Promise<ChoiceFit>;
  readonly end: () => Promise<void>;
}

function maker(threads: number): Maker {
  if (threads <= 1) return {fit: fitChoice, end: () => Promise.resolve()};
  const pool = createPool(threads);
  return {
    fit: (task) => pool.run(task, {name: "fitChoice"}) as Promise<ChoiceFit>,
    end: () => pool.destroy()
  };
}

const known = new WeakMap<SummedRows, string>();

function cellsKey(cells: SummedRows): string {
  const key = known.get(cells) ?? keyOf(columnsKey(cellsTable(cells)), cellsNotes(cells));
  known.set(cells, key);
  return key;
}

function keyOfTask({card, cells, choice, shown}: ChoiceTask): string {
  const own = sourcesKey(new URL("./", import.meta.url).href, "src/data/choices");
  const live = sourcesKey(new URL("../../live/", import.meta.url).href, "src/live");
  return keyOf("choice", engineKey(), own, live, cellsKey(cells), card, choice, shown);
}
