// The axis of shifts: how far pooling moves an estimate.
import type {Markish} from "@observablehq/plot";
import {axisY, gridY, ruleY, text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {signedTick} from "./format.js";
import {palette} from "./palette.js";

/** A vertical axis with the line of no shift, and the number of groups `left` out, if any. */
export function shiftAxis(title: string, left: number): Markish[] {
  const note = {frameAnchor: "top-left", lineAnchor: "bottom", fontSize: fontSize.note} as const;
  return [
    gridY({stroke: palette.grid, strokeOpacity: 1}),
    axisY({
      tickSize: 0,
      tickFormat: signedTick,
      fontSize: fontSize.note,
      color: palette.muted,
      label: null
    }),
    ruleY([0], {stroke: palette.complete, strokeWidth: 1}),
    text([0], {
      y: 0,
      text: ["no shift"],
      frameAnchor: "right",
      lineAnchor: "bottom",
      dy: -4,
      fill: palette.muted,
      fontSize: fontSize.note
    }),
    text([title], {...note, dx: -36, dy: -24, fill: palette.ink}),
    text(left > 0 ? [`${String(left)} without an OLS estimate left out`] : [], {
      frameAnchor: "top-right",
      lineAnchor: "top",
      dx: -6,
      dy: 6,
      lineWidth: 12,
      fontSize: fontSize.note,
      fill: palette.muted
    })
  ];
}
