// Draws a point with its nested intervals, one per datum, lying on a row.
import type {Markish} from "@observablehq/plot";
import {dot, ruleY} from "../vendor/plot.js";
import type {DrawingOptions} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import type {Estimate} from "./types.js";

/** An estimate and where to draw it. */
export interface PlacedEstimate {
  readonly group: string | null;
  /** Pixels from the top of the frame. */
  readonly y: number;
  /** The column of panels; left out where there is one. */
  readonly fx?: number;
  readonly estimate: Estimate;
}

/** How a series of estimates looks; shape and dash repeat what the colour says. */
export interface SeriesLook {
  readonly color: string;
  readonly symbol?: "circle" | "diamond" | "square" | "triangle";
  readonly hollow?: boolean;
  readonly dashed?: boolean;
  /** Pixels below the row. */
  readonly dy?: number;
  /** Radius of the point in pixels; the lines follow it. */
  readonly r?: number;
}

/** The looks that have one meaning on the whole site. */
export const looks = {
  partial: {color: palette.partial},
  ols: {color: palette.ols, hollow: true},
  complete: {color: palette.complete, symbol: "square"},
  published: {color: palette.partial, hollow: true, dashed: true},
  before: {color: palette.partial, hollow: true, dashed: true},
  corrected: {color: palette.partial},
  live: {color: palette.partial}
} as const satisfies Record<string, SeriesLook>;

/** Thin and thick interval and point, tagged by group; what is not estimable is left out. */
export function estimateMarks(
  data: readonly PlacedEstimate[],
  look: SeriesLook,
  {outcome, interval = 95, point = "median"}: DrawingOptions
): Markish[] {
  const {color, symbol = "circle", hollow = false, dashed = false, dy = 0, r = 4} = look;
  const groups = data.map((d) => d.group);
  const place = {
    y: "y",
    ...(data.some((d) => d.fx !== undefined) && {fx: "fx"}),
    dy,
    render: tagGroups(groups)
  };
  const scaled = (pick: (estimate: Estimate) => number) => (d: PlacedEstimate) =>
    pick(d.estimate) * outcome.factor;
  const rule = (width: typeof interval, strokeWidth: number): Markish =>
    ruleY(data, {
      ...place,
      x1: scaled((e) => e.lower[width]),
      x2: scaled((e) => e.upper[width]),
      stroke: dashed && width === 50 ? tint(color, 0.55) : color,
      strokeWidth,
      ...(dashed && width !== 50 && {strokeDasharray: `${String(r)} ${String(r * 0.75)}`})
    });
  return [
    rule(interval, Math.max(0.75, r * 0.35)),
    interval > 50 ? rule(50, Math.max(1.5, r * 0.9)) : null,
    dot(data, {
      ...place,
      x: scaled((e) => e[point]),
      r,
      symbol,
      fill: hollow ? palette.paper : color,
      stroke: color,
      strokeWidth: Math.max(1, r * 0.4)
    })
  ];
}
