// Puts groups in the order that a reader asks for.
import type {EffectRow, Modifier, Point, Rung} from "./types.js";

/** `effect`, `label`, `n`, or the name of a modifier. */
export type SortKey = string;

/**
 * A sorted copy: the largest effect or n first, labels alphabetical, modifiers in the order of their
 * levels with the largest effect first within a level. Groups without an estimate come last.
 */
export function sortRows(
  rows: readonly EffectRow[],
  key: SortKey,
  {
    rung = "partial",
    point = "median",
    modifiers = []
  }: {rung?: Rung; point?: Point; modifiers?: readonly Modifier[]} = {}
): EffectRow[] {
  const effect = (row: EffectRow): number => row.rungs[rung]?.[point] ?? NaN;
  const byEffect = (a: EffectRow, b: EffectRow): number => {
    const missing = Number(Number.isNaN(effect(a))) - Number(Number.isNaN(effect(b)));
    return missing || effect(b) - effect(a) || a.group.localeCompare(b.group);
  };
  const levels = modifiers.find(({name}) => name === key)?.levels;
  const level = (row: EffectRow): number => levels?.indexOf(row.levels[key] ?? "") ?? 0;
  const compare = (a: EffectRow, b: EffectRow): number => {
    if (key === "label") return a.label.localeCompare(b.label, "en", {numeric: true});
    if (key === "n") return b.n - a.n || byEffect(a, b);
    return level(a) - level(b) || byEffect(a, b);
  };
  return [...rows].sort(compare);
}
