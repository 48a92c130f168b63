// Puts groups in the order that a reader asks for.
import type {EffectRow, Modifier, Point, Rung, Width} from "./types.js";

/** `effect`, `label`, `n`, `width` of the interval, `pooling`, or the name of a modifier. */
export type SortKey = string;

/** What an order may depend on. */
export interface SortOptions {
  readonly rung?: Rung | undefined;
  readonly point?: Point | undefined;
  readonly interval?: Width | undefined;
  readonly modifiers?: readonly Modifier[] | undefined;
}

/**
 * A sorted copy: the largest effect or n, the widest interval or the most borrowed estimate first,
 * labels alphabetical, modifiers in the order of their levels with the largest effect first within a
 * level. Groups without the number to sort by come last.
 */
export function sortRows(
  rows: readonly EffectRow[],
  key: SortKey,
  {rung = "partial", point = "median", interval = 95, modifiers = []}: SortOptions = {}
): EffectRow[] {
  const falling =
    (of: (row: EffectRow) => number) =>
    (a: EffectRow, b: EffectRow): number => {
      const missing = Number(Number.isNaN(of(a))) - Number(Number.isNaN(of(b)));
      return missing || of(b) - of(a) || 0;
    };
  const effect = falling((row) => row.rungs[rung]?.[point] ?? NaN);
  const byEffect = (a: EffectRow, b: EffectRow): number =>
    effect(a, b) || a.group.localeCompare(b.group);
  const keys: Readonly<Partial<Record<string, (a: EffectRow, b: EffectRow) => number>>> = {
    label: (a, b) => a.label.localeCompare(b.label, "en", {numeric: true}),
    n: (a, b) => b.n - a.n,
    width: falling(
      ({rungs}) => (rungs[rung]?.upper[interval] ?? NaN) - (rungs[rung]?.lower[interval] ?? NaN)
    ),
    // The weight on a group's own data is small where most is borrowed.
    pooling: falling(({pooling}) => -pooling)
  };
  const levels = modifiers.find(({name}) => name === key)?.levels;
  const level = (row: EffectRow): number => levels?.indexOf(row.levels[key] ?? "") ?? 0;
  const first = keys[key] ?? ((a: EffectRow, b: EffectRow): number => level(a) - level(b));
  return [...rows].sort((a, b) => first(a, b) || byEffect(a, b));
}
