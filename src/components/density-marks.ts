// A group's density curve, and the label and leader that name it.
import type {Markish} from "@observablehq/plot";
import {areaY, lineY, ruleX, text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {capitalise, effectNumber, intervalText} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import {wrapText} from "./text-width.js";
import type {Curve, EffectRow, Rung} from "./types.js";

/** A group with its curve and its point estimate. */
export interface Density {
  readonly row: EffectRow;
  readonly curve: Curve;
  readonly effect: number;
}

/** The curve's height where the point estimate lies; 0 when it lies beside the curve. */
export function densityAt({curve, effect}: Density): number {
  return curve.density[curve.x.findIndex((x) => x >= effect)] ?? 0;
}

/** The lines of a label: the group, and its estimate with the interval. */
export function nameDensity(
  {row, effect}: Density,
  options: DrawingOptions & {rung?: Rung}
): string[] {
  const {outcome, interval = 95, rung = "partial", width = 640} = options;
  const {lower, upper} = row.rungs[rung] ?? {};
  const ends = intervalText(lower?.[interval] ?? NaN, upper?.[interval] ?? NaN, outcome);
  return [
    ...wrapText(capitalise(row.label), Math.min(300, width * 0.42), fontSize.note),
    `${effectNumber(effect, outcome)} (${ends})`
  ];
}

/** A thin curve, or a strong filled one; `y` turns a density into pixels. */
export function curveMark(
  {row, curve}: Density,
  strong: boolean,
  {y, height, factor}: {y: (density: number) => number; height: number; factor: number}
): Markish {
  const x = Array.from(curve.x, (value) => value * factor);
  const ys = Array.from(curve.density, y);
  const render = tagGroups(x.map(() => row.group));
  return [
    strong
      ? areaY(x, {
          x,
          y1: height,
          y2: ys,
          fill: tint(palette.partial, 0.3),
          fillOpacity: 0.6,
          render
        })
      : null,
    lineY(x, {
      x,
      y: ys,
      stroke: palette.partial,
      strokeWidth: strong ? 2 : 1,
      strokeOpacity: strong ? 1 : 0.3,
      // The style sheet draws the curve of the current group like a strong one.
      className: strong ? "strong-curve" : "thin-curve",
      render
    }),
    catcher(x, ys, row.group)
  ];
}

/** A broad invisible curve: a thin one is hard to hit. Every fourth point is near enough. */
function catcher(x: readonly number[], y: readonly number[], group: string): Markish {
  const some = x.map((_, i) => i).filter((i) => i % 4 === 0 || i === x.length - 1);
  return lineY(some, {
    x: (i: number) => x[i],
    y: (i: number) => y[i],
    stroke: "transparent",
    strokeWidth: 8,
    render: tagGroups(
      some.map(() => group),
      {focus: true}
    )
  });
}

/** A label and the line from it down to its curve at `foot`; `lift` is where the label ends. */
export function labelMark(
  {row, effect}: Density,
  lines: readonly string[],
  {lift, left, foot}: {lift: number; left: number; foot: number},
  factor: number
): Markish {
  return [
    ruleX([effect * factor], {
      y1: lift - 4,
      y2: foot,
      stroke: palette.ink,
      strokeWidth: 0.75,
      render: tagGroups([row.group])
    }),
    text([lines.join("\n")], {
      text: (line: string) => line,
      frameAnchor: "top-left",
      dx: left,
      dy: lift - 7,
      lineAnchor: "bottom",
      fontSize: fontSize.note,
      fill: palette.ink,
      stroke: palette.paper,
      strokeWidth: 4,
      render: tagGroups([row.group])
    })
  ];
}
