// Every prior of a model as a small density beside the posterior that it became.
import type {Markish} from "@observablehq/plot";
import {areaY, axisX, lineY, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import type {Line, PriorRow} from "./fit-types.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import {Panels} from "./panels.js";
import {sourceText} from "./prior-readings.js";
import {targets} from "./targets.js";

const height = 92;

/** A panel per prior: grey the prior, blue the posterior, on one scale of density within a panel. */
export function PriorPlot(
  rows: readonly PriorRow[],
  {width = 640}: {width?: number} = {}
): Drawing {
  if (rows.length === 0) return nothing({}, "This model has no prior.");
  const panels = rows.map((row) => ({
    heading: row.label,
    note: `${row.prior === "(flat)" ? "flat" : row.prior}, ${sourceText(row)}`,
    draw: (own: number) => panel(row, own)
  }));
  return Panels(panels, {width, columns: width < 800 ? 3 : 4, small: true});
}

function panel({variable, priorLine, posteriorLine}: PriorRow, width: number): Drawing {
  const known = [...priorLine.y, ...posteriorLine.y].filter(Number.isFinite);
  const top = Math.max(...known, 1e-300) * 1.06;
  const [first, last] = [posteriorLine.x[0], posteriorLine.x[posteriorLine.x.length - 1]];
  const flat = !priorLine.y.some(Number.isFinite);
  return drawing(
    {width},
    {
      ...{height, marginLeft: 4, marginRight: 4, marginTop: 4, marginBottom: 20},
      x: {domain: [first, last]},
      y: {axis: null, domain: [0, top]},
      marks: [
        axisX({
          ticks: width / 62,
          tickSize: 0,
          fontSize: fontSize.note,
          color: palette.muted,
          label: null
        }),
        flat
          ? text(["no density: flat"], {
              frameAnchor: "top-left",
              fill: palette.muted,
              fontSize: fontSize.note
            })
          : slab(priorLine, palette.complete, variable),
        slab(posteriorLine, palette.partial, variable),
        targets([0], [variable], {x1: first, x2: last, y1: 0, y2: top})
      ]
    }
  );
}

function slab({x, y}: Line, color: string, group: string): Markish[] {
  const render = tagGroups(x.map(() => group));
  return [
    areaY(x, {x, y1: 0, y2: y, fill: tint(color, 0.3), fillOpacity: 0.75, render}),
    lineY(x, {x, y, stroke: color, strokeWidth: 1.5, render})
  ];
}
