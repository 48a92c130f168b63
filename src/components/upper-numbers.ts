// An axis's numbers above a tall figure.
import type {Markish} from "@observablehq/plot";
import {axisX} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {signedTick} from "./format.js";
import {palette} from "./palette.js";

/** The numbers once more above a frame so tall that those below it are out of sight; at zero stands its label. */
export function upperNumbers(ticks: number): Markish {
  return axisX({
    anchor: "top",
    ticks,
    tickSize: 0,
    // In a line with the label of zero, and clear of a name that begins at the frame's edge.
    tickPadding: 5,
    tickFormat: (effect: number) => (effect === 0 ? "" : signedTick(effect)),
    fontSize: fontSize.note,
    color: palette.muted,
    label: null
  });
}
