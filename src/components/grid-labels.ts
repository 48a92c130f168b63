// The words around the panels of a group grid.
import type {Markish} from "@observablehq/plot";
import {ruleY, text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {GroupGridOptions, Slot} from "./grid-slots.js";
import {palette} from "./palette.js";

/** The levels and names of the two ordered modifiers, rules between rows, and empty slots. */
export function gridLabels(
  slots: readonly Slot[],
  {across, down}: GroupGridOptions,
  {pitch, marginLeft}: {pitch: number; marginLeft: number}
): Markish[] {
  const quiet = {fill: palette.muted, fontSize: fontSize.note} as const;
  const lines = [...down.levels].reverse();
  const corner = {...quiet, facet: "super", frameAnchor: "top-left", lineAnchor: "bottom"} as const;
  return [
    ruleY(lines.slice(1), {
      y: (_, i) => (i + 1) * pitch,
      stroke: palette.grid,
      insetLeft: -8
    }),
    text(across.levels, {
      fx: (_, i) => i,
      text: (level: string) => level,
      frameAnchor: "top",
      lineAnchor: "bottom",
      dy: -6,
      fontWeight: 600,
      fill: palette.ink
    }),
    text(lines, {
      fx: () => 0,
      y: (_, i) => (i + 0.5) * pitch,
      text: (level: string) => level,
      frameAnchor: "left",
      dx: -marginLeft + 10,
      fontWeight: 600,
      fill: palette.ink
    }),
    text([`${across.label} \u2192`], {...corner, dy: -22}),
    text([`\u2191 ${down.label}`], {...corner, dx: 8 - marginLeft, dy: -38}),
    text(
      slots.filter(({row}) => row === undefined),
      {...quiet, fx: "fx", y: "y", text: () => "no one", fontSize: 10, frameAnchor: "right"}
    )
  ];
}
