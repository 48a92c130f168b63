// Where each model stands in the plot of speeds, and its name there.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import {wrapText} from "./text-width.js";
import type {SpeedRow} from "./trust-types.js";

const lineHeight = 1.3 * fontSize.label;

/** A model's row, in pixels from the top of the frame. */
export interface PlacedSpeed {
  readonly row: SpeedRow;
  readonly top: number;
  readonly height: number;
  /** Where the points lie. */
  readonly y: number;
  readonly lines: readonly string[];
}

/** The rows one below the other; names have `room` pixels, beside the points or above them. */
export function placeSpeeds(
  rows: readonly SpeedRow[],
  room: number,
  beside: boolean
): PlacedSpeed[] {
  let top = 0;
  return rows.map((row) => {
    const lines = wrapText(row.label, room);
    const words = lines.length * lineHeight;
    const height = beside ? Math.max(46, words + 14) : words + 48;
    const y = beside ? top + height / 2 + 6 : top + words + 32;
    const placed = {row, top, height, y, lines};
    top += height;
    return placed;
  });
}

/** The names, tagged by model. */
export function speedNames(placed: readonly PlacedSpeed[], beside: boolean): Markish {
  return text(placed, {
    y: (d: PlacedSpeed) => (beside ? d.y : d.top + 8),
    text: (d: PlacedSpeed) => d.lines.join("\n"),
    frameAnchor: "left",
    textAnchor: beside ? "end" : "start",
    lineAnchor: beside ? "middle" : "top",
    dx: beside ? -16 : -4,
    fill: palette.ink,
    stroke: palette.paper,
    strokeWidth: 4,
    render: tagGroups(placed.map(({row}) => row.model))
  });
}
