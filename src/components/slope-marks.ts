// The lines and points of a bundle of slopes.
import type {Markish} from "@observablehq/plot";
import {dot, link} from "../vendor/plot.js";
import type {DrawingOptions} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {isKnown, pointOf, poolingTurns} from "./ladder-rows.js";
import {palette} from "./palette.js";
import type {EffectRow, Rung} from "./types.js";

/** A group's way from one rung to the next; `turned` where pooling turns the sign of the raw estimate. */
export interface Segment {
  readonly row: EffectRow;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly turned: boolean;
}

/** The ways of a group between neighbouring rungs that it has an estimate on. */
export function segmentsOf(
  row: EffectRow,
  rungs: readonly Rung[],
  {outcome, point = "median"}: DrawingOptions
): Segment[] {
  const known = rungs.filter((rung) => isKnown(row, rung));
  return known.slice(1).map((rung, i) => {
    const before = known[i] ?? rung;
    return {
      row,
      x1: rungs.indexOf(before),
      x2: rungs.indexOf(rung),
      y1: pointOf(row, before, point) * outcome.factor,
      y2: pointOf(row, rung, point) * outcome.factor,
      turned: rung === "saturated" && poolingTurns(row, point)
    };
  });
}

/** Thin lines, those of turned signs dashed, and broad invisible ones to point at. */
export function slopes(segments: readonly Segment[]): Markish[] {
  const ends = {x1: "x1", x2: "x2", y1: "y1", y2: "y2"} as const;
  const groups = (some: readonly Segment[]): string[] => some.map(({row}) => row.group);
  const [plain, turned] = [false, true].map((which) =>
    segments.filter((one) => one.turned === which)
  );
  return [
    link(plain, {
      ...ends,
      stroke: palette.partial,
      strokeOpacity: 0.45,
      className: "slope",
      render: tagGroups(groups(plain))
    }),
    link(turned, {
      ...ends,
      stroke: palette.negative,
      strokeWidth: 1.4,
      strokeDasharray: "5 3",
      className: "slope-turned",
      render: tagGroups(groups(turned))
    }),
    link(segments, {
      ...ends,
      stroke: "transparent",
      strokeWidth: 9,
      render: tagGroups(groups(segments), {focus: true})
    })
  ];
}

/** A point per group on one rung. */
export function points(
  rows: readonly EffectRow[],
  {x, y}: {readonly x: number; readonly y: (row: EffectRow) => number},
  fill: string,
  stroke: string
): Markish {
  const render = tagGroups(rows.map(({group}) => group));
  return dot(rows, {x: () => x, y, r: 2.4, fill, stroke, render});
}
