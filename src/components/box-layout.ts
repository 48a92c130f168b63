// What boxplots by modifier are told, and which point and which name stands in which row.
import type {DrawingOptions} from "./drawing.js";
import {count} from "./format.js";
import type {EffectRow, Estimate, Modifier, Rung} from "./types.js";

/** How to draw the boxes. */
export interface ModifierBoxesOptions extends DrawingOptions {
  readonly modifiers: readonly Modifier[];
  /** The name of the one modifier to show; all of them when left out. */
  readonly modifier?: string;
  readonly rung?: Rung;
  readonly title?: string;
  /** One estimate per level, drawn over the groups in place of boxes. */
  readonly answers?: readonly LevelAnswer[];
}

/** An estimate for all groups at one level. */
export interface LevelAnswer {
  readonly modifier: string;
  readonly level: string;
  readonly estimate: Estimate;
}

/** Such an estimate in its row. */
export interface BoxAnswer {
  readonly fx: number;
  readonly slot: string;
  readonly estimate: Estimate;
}

/** A group in the row (`slot`) of one of its levels, in the outcome's unit. */
export interface BoxPoint {
  readonly fx: number;
  readonly slot: string;
  readonly group: string;
  readonly n: number;
  readonly effect: number;
}

/** The name of a modifier or of a level. */
export interface Band {
  readonly fx: number;
  readonly slot: string;
  readonly text: string;
  /** What stands below the text; undefined for the heading of a panel. */
  readonly note?: string;
}

/** Quartiles of fewer groups would be drawn where none is. */
const fewestInBox = 5;

/** The points of rows that have enough of them for a box. */
export function inBoxes(points: readonly BoxPoint[]): BoxPoint[] {
  const row = ({fx, slot}: BoxPoint): string => `${String(fx)} ${slot}`;
  const counts = new Map<string, number>();
  for (const point of points) counts.set(row(point), (counts.get(row(point)) ?? 0) + 1);
  return points.filter((point) => (counts.get(row(point)) ?? 0) >= fewestInBox);
}

/** Says where there is no box, in a sentence for a caption; empty where every level has one. */
export function boxNote(rows: readonly EffectRow[], modifiers: readonly Modifier[]): string {
  const few = modifiers.some(({name, levels}) =>
    levels.some((level) => {
      const n = rows.filter((row) => row.levels[name] === level).length;
      return n > 0 && n < fewestInBox;
    })
  );
  return few ? ` Levels of fewer than ${String(fewestInBox)} groups have points alone.` : "";
}

/** Panels one after another, each into the shortest column. */
export function layOutBoxes(
  rows: readonly EffectRow[],
  modifiers: readonly Modifier[],
  options: ModifierBoxesOptions & {columns: number}
): {points: BoxPoint[]; bands: Band[]; answers: BoxAnswer[]; slots: number} {
  const {rung = "partial", point = "median", outcome, columns} = options;
  const filled = Array.from({length: columns}, () => 0);
  const points: BoxPoint[] = [];
  const bands: Band[] = [];
  const answers: BoxAnswer[] = [];
  for (const {name, label, levels} of modifiers) {
    const fx = filled.indexOf(Math.min(...filled));
    let next = filled[fx] ?? 0;
    bands.push({fx, slot: String(next++), text: label});
    for (const level of levels) {
      const slot = String(next++);
      const members = rows.filter((row) => row.levels[name] === level);
      bands.push({fx, slot, text: level, note: count(members.length, "group")});
      for (const one of options.answers ?? [])
        if (one.modifier === name && one.level === level)
          answers.push({fx, slot, estimate: one.estimate});
      for (const {group, n, rungs} of members) {
        const effect = (rungs[rung]?.[point] ?? NaN) * outcome.factor;
        points.push({fx, slot, group, n, effect});
      }
    }
    filled[fx] = next;
  }
  return {points, bands, answers, slots: Math.max(...filled)};
}
