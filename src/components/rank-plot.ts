// Simulation-based calibration: how far the ranks of the truth lie from uniform, model by model.
import type {Markish} from "@observablehq/plot";
import {areaY, lineY, ruleY, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {palette, tint} from "./palette.js";
import {Panels} from "./panels.js";
import {targets} from "./targets.js";
import type {CalibrationRow} from "./trust-types.js";

const height = 96;

/** A panel per model and method: one line a quantity, and the band that 19 of 20 keep within. */
export function RankPlot(
  rows: readonly CalibrationRow[],
  {width = 640}: {width?: number} = {}
): Drawing {
  if (rows.length === 0) return nothing({}, "No model has been calibrated yet.");
  const far = rows.flatMap(({bound, curves}) => [
    bound,
    ...curves.flatMap(({excess}) => excess.map(Math.abs))
  ]);
  const limit = Math.max(...far) * 1.05;
  const panels = rows.map((row) => ({
    heading: row.label,
    note: `${row.method}, p = ${row.p.toFixed(2)}`,
    draw: (own: number) => panel(row, own, limit)
  }));
  return Panels(panels, {width, columns: width < 800 ? 3 : 4, small: true});
}

function panel({id, bound, curves}: CalibrationRow, width: number, limit: number): Drawing {
  const shares = curves.map(({excess}) => {
    const inner = excess.map((y, b) => ({x: (b + 1) / (excess.length + 1), y}));
    return [{x: 0, y: 0}, ...inner, {x: 1, y: 0}];
  });
  return drawing(
    {width},
    {
      marginLeft: 2,
      marginRight: 2,
      marginTop: 4,
      marginBottom: 18,
      height,
      x: {axis: null, domain: [0, 1]},
      y: {axis: null, domain: [-limit, limit]},
      marks: [
        areaY([0, 1], {
          x: (x: number) => x,
          y1: -bound,
          y2: bound,
          fill: tint(palette.complete, 0.18)
        }),
        ruleY([0], {stroke: palette.complete}),
        shares.map((points) =>
          lineY(points, {
            x: "x",
            y: "y",
            stroke: palette.partial,
            strokeWidth: 1,
            strokeOpacity: 0.55
          })
        ),
        edgeText("lowest rank", "start"),
        edgeText("highest", "end"),
        targets([0], [id], {x1: 0, x2: 1, y1: -limit, y2: limit})
      ]
    }
  );
}

function edgeText(words: string, side: "start" | "end"): Markish {
  return text([words], {
    frameAnchor: side === "start" ? "bottom-left" : "bottom-right",
    dy: 14,
    fill: palette.muted,
    fontSize: fontSize.note
  });
}
