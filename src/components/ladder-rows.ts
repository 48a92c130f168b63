// The rungs of the ladder, and what happens to an estimate on the way along them.
import type {EffectRow, Point, Rung} from "./types.js";

/** From the most pooled to the least; the model's own estimate stands beside the raw one. */
export const rungOrder: readonly Rung[] = ["complete", "additive", "partial", "saturated"];

/** The rungs of which some group has an estimate; a report leaves the others empty. */
export function fittedRungs(rows: readonly EffectRow[]): readonly Rung[] {
  return rungOrder.filter((rung) => rows.some((row) => isKnown(row, rung)));
}

/** Whether a group has an estimate on a rung. */
export function isKnown(row: EffectRow, rung: Rung): boolean {
  return Number.isFinite(row.rungs[rung]?.median);
}

/** The point of a rung; NaN where there is none. */
export function pointOf(row: EffectRow, rung: Rung, point: Point = "median"): number {
  return row.rungs[rung]?.[point] ?? NaN;
}

/** The rungs whose sign differs from that of the rung before, among those with an estimate. */
export function signTurns(
  row: EffectRow,
  point: Point = "median"
): readonly (readonly [Rung, Rung])[] {
  const known = rungOrder.filter((rung) => isKnown(row, rung));
  return known.slice(1).flatMap((rung, i) => {
    const before = known[i] ?? rung;
    return areOpposite(pointOf(row, before, point), pointOf(row, rung, point))
      ? [[before, rung] as const]
      : [];
  });
}

/** Whether pooling turns the sign of the raw estimate. */
export function poolingTurns(row: EffectRow, point: Point = "median"): boolean {
  return areOpposite(pointOf(row, "saturated", point), pointOf(row, "partial", point));
}

/** A difference of means that are equal is zero but for the last digits of a sum, and has no sign. */
const NOTHING = 1e-9;

/** Whether two effects, in the outcome's own unit, lie on opposite sides of zero. */
function areOpposite(a: number, b: number): boolean {
  return a * b < 0 && Math.min(Math.abs(a), Math.abs(b)) > NOTHING;
}

/** The group with the largest estimate of the model; undefined when none has one. */
export function largestEffect(
  rows: readonly EffectRow[],
  point: Point = "median"
): EffectRow | undefined {
  return byEffect(rows, point).at(0);
}

/** The group with the smallest estimate of the model; undefined when none has one. */
export function smallestEffect(
  rows: readonly EffectRow[],
  point: Point = "median"
): EffectRow | undefined {
  return byEffect(rows, point).at(-1);
}

function byEffect(rows: readonly EffectRow[], point: Point): EffectRow[] {
  return rows
    .filter((row) => isKnown(row, "partial"))
    .sort((a, b) => pointOf(b, "partial", point) - pointOf(a, "partial", point));
}
