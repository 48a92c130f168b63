// The labels of a caterpillar with room for all of them.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {capitalise} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import type {PlacedRow, Stack} from "./panel-stack.js";

const halo = {stroke: palette.paper, strokeWidth: 4, strokeOpacity: 0.9} as const;

/** Pixels by which an interval lies below the middle of a row that has its label above it. */
export const labelDrop = 10;

/** What "n = 1,234" takes of a label's line. */
const countWidth = 62;

/**
 * Every row's label, and n in quiet figures: beside the row, or above its interval, where a label
 * that is wider than a panel of `room` pixels ends in three dots. `headed` puts the name of what is
 * counted over the figures.
 */
export function rowLabels(
  {rows}: Stack,
  beside: boolean,
  {headed = true, room = Infinity}: {headed?: boolean; room?: number} = {}
): Markish[] {
  const cut = beside || !Number.isFinite(room) ? {} : cutAt(room - countWidth);
  const render = tagGroups(rows.map(({row}) => row.group));
  const place = {y: "y", dy: beside ? 0 : -2 * labelDrop, lineAnchor: "middle", render} as const;
  const n = {fill: palette.muted, fontSize: fontSize.note} as const;
  return [
    text(rows, {
      ...place,
      ...halo,
      frameAnchor: "left",
      textAnchor: beside ? "end" : "start",
      dx: beside ? -44 : 0,
      text: (d: PlacedRow) => capitalise(d.row.label),
      ...cut,
      fill: palette.ink
    }),
    text(rows, {
      ...place,
      ...n,
      ...halo,
      frameAnchor: beside ? "left" : "right",
      textAnchor: "end",
      dx: beside ? -12 : 0,
      text: (d: PlacedRow) => (beside ? String(d.row.n) : `n = ${String(d.row.n)}`)
    }),
    beside && headed
      ? text(["n"], {
          ...n,
          facet: "super",
          frameAnchor: "top-left",
          textAnchor: "end",
          lineAnchor: "bottom",
          dx: -12,
          dy: -5
        })
      : null
  ];
}

/** The reader finds the whole label in the readout. */
function cutAt(pixels: number): {lineWidth: number; textOverflow: "ellipsis-end"} {
  return {lineWidth: pixels / fontSize.label, textOverflow: "ellipsis-end"};
}
