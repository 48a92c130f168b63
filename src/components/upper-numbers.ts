// An axis's numbers above a tall figure.
import type {Markish} from "@observablehq/plot";
import {axisX} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {signedTick} from "./format.js";
import {palette} from "./palette.js";

/** How much higher the label of zero stands for them. */
export const upperNumbersHeight = 14;

/** The numbers once more above a frame so tall that those below it are out of sight. */
export function upperNumbers(ticks: number): Markish {
  return axisX({
    anchor: "top",
    ticks,
    tickSize: 0,
    // Clear of a name that begins at the frame's edge.
    tickPadding: 5,
    tickFormat: signedTick,
    fontSize: fontSize.note,
    color: palette.muted,
    label: null
  });
}
