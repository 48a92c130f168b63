// The words beside the rungs of a ladder, and what it is told.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {capitalise, effectNumber} from "./format.js";
import {tagGroups} from "./highlight.js";
import {whyMissing} from "./ladder-readings.js";
import {isKnown, pointOf} from "./ladder-rows.js";
import {palette} from "./palette.js";
import {rungNames} from "./sentence.js";
import type {EffectRow, Rung} from "./types.js";

/** How to draw the ladder. */
export interface LadderOptions extends DrawingOptions {
  /** The rungs that the model has. */
  readonly fitted: readonly Rung[];
  readonly title?: string;
}

/** A rung and its place, in pixels; `turned` when its sign is not that of the rung before. */
export interface Step {
  readonly rung: Rung;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly turned: boolean;
}

/** The name of each rung and its number, or why it has none. */
export function stepWords(
  row: EffectRow,
  steps: readonly Step[],
  beside: boolean,
  {outcome, point = "median", fitted}: LadderOptions
): Markish[] {
  const common = {y: "y", render: tagGroups(steps.map(({rung}) => rung))} as const;
  const number = ({rung, turned}: Step): string => {
    if (!isKnown(row, rung)) return "";
    const value = effectNumber(pointOf(row, rung, point), outcome);
    return turned ? `\u21c4 ${value}` : value;
  };
  const above = {dy: beside ? 0 : -24, lineAnchor: "middle"} as const;
  const missing = steps.filter(({rung}) => !isKnown(row, rung));
  return [
    text(steps, {
      ...common,
      ...above,
      text: ({rung}: Step) => capitalise(rungNames[rung]),
      frameAnchor: "left",
      textAnchor: beside ? "end" : "start",
      dx: beside ? -14 : 0,
      fill: palette.ink,
      stroke: palette.paper,
      strokeWidth: 4
    }),
    text(steps, {
      ...common,
      ...above,
      text: number,
      frameAnchor: "right",
      textAnchor: beside ? "start" : "end",
      dx: beside ? 14 : 0,
      fill: palette.ink
    }),
    text(missing, {
      y: "y",
      text: ({rung}: Step) => whyMissing(row, fitted, rung),
      frameAnchor: "left",
      textAnchor: "start",
      dx: 8,
      fill: palette.muted,
      fontStyle: "italic",
      fontSize: fontSize.note,
      stroke: palette.paper,
      strokeWidth: 4,
      render: tagGroups(missing.map(({rung}) => rung))
    })
  ];
}
