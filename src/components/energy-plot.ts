// Whether NUTS could reach all energies: their density beside that of their changes.
import type {Markish} from "@observablehq/plot";
import {areaY, axisX, lineY, ruleX, text} from "../vendor/plot.js";
import {drawing, fontSize, phone} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import type {Energy, Line} from "./fit-types.js";
import {palette, tint} from "./palette.js";

const height = 190;

/** Two densities about zero; where the changes are much narrower, a chain moves too slowly. */
export function EnergyPlot(
  {energy, change}: Energy,
  {width = 640}: {width?: number} = {}
): Drawing {
  const own = Math.min(width, 620);
  const size = own < phone ? fontSize.note : fontSize.label;
  const label = ({x, y}: Line, words: string, fill: string, end: "start" | "end"): Markish => {
    const high = y.map((value) => value > 0.6 * Math.max(...y));
    const at = end === "end" ? high.indexOf(true) : high.lastIndexOf(true);
    const place = {x: [x[at] ?? 0], y: [y[at] ?? 0], dx: end === "end" ? -8 : 8};
    return text([words], {...place, fill, textAnchor: end, fontSize: size});
  };
  return drawing(
    {width: own},
    {
      ...{height, marginLeft: 6, marginRight: 6, marginTop: 12, marginBottom: 38},
      y: {axis: null, zero: true},
      marks: [
        axisX({
          ticks: own / 90,
          tickSize: 0,
          fontSize: fontSize.note,
          color: palette.muted,
          label: null
        }),
        area(energy, palette.partial),
        lineY(change.x, {
          x: change.x,
          y: change.y,
          stroke: palette.second,
          strokeDasharray: "5 3",
          strokeWidth: 1.8
        }),
        ruleX([0], {stroke: palette.complete}),
        label(energy, "energies", palette.partial, "end"),
        label(change, "their changes from draw to draw", palette.second, "start"),
        text(["energy less its mean, in units of a log density"], {
          ...{frameAnchor: "bottom", dy: 30, fill: palette.ink, fontSize: fontSize.note}
        })
      ]
    }
  );
}

function area({x, y}: Line, color: string): Markish[] {
  return [
    areaY(x, {x, y1: 0, y2: y, fill: tint(color, 0.22)}),
    lineY(x, {x, y, stroke: color, strokeWidth: 1.8})
  ];
}
