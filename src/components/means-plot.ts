// The original study's cell means with their intervals, beside what the model makes of them.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {drawing, effectAxis, fontSize, nothing, phone, pixels} from "./drawing.js";
import type {Drawing, DrawingOptions} from "./drawing.js";
import {estimateMarks, looks} from "./estimate-marks.js";
import type {PlacedEstimate} from "./estimate-marks.js";
import {keyHeight, keyLine} from "./key-line.js";
import {numberText} from "./format.js";
import {layOutMeans} from "./means-layout.js";
import type {Line, MeanCell, MeansPanel} from "./means-layout.js";
import {palette} from "./palette.js";
import {targets} from "./targets.js";
import {textWidth} from "./text-width.js";
import type {Estimate} from "./types.js";

/** How to draw the means. */
export interface MeansPlotOptions extends DrawingOptions {
  /** Title of the axis: the outcome and its scale in words. */
  readonly title: string;
}

const series = [
  {label: "original means", look: {...looks.ols, dy: -5}},
  {label: "partial pooling", look: {...looks.partial, dy: 5}}
] as const;

/** Panels below each other on one scale: original means hollow above, the model's solid below. */
export function MeansPlot(panels: readonly MeansPanel[], options: MeansPlotOptions): Drawing {
  const {width = 640, title} = options;
  const {titles, rows, cells, height} = layOutMeans(panels);
  if (cells.length === 0) return nothing(options, "The original study printed no means for this.");
  const names = cells.map((line) => textWidth(line.text));
  const marginLeft = Math.max(...names) + (width < phone ? 58 : 90);
  const marginTop = 8 + keyHeight(series, width);
  const at = (pick: (cell: MeanCell) => Estimate | undefined): PlacedEstimate[] =>
    cells.flatMap(({y, cell, group = ""}) => {
      const estimate = cell && pick(cell);
      return estimate ? [{group, y, estimate}] : [];
    });
  return drawing(options, {
    marginLeft,
    marginRight: 12,
    marginTop,
    marginBottom: 56,
    height: marginTop + height + 56,
    x: {nice: true},
    y: pixels(height),
    marks: [
      effectAxis(width - marginLeft, title, {signed: false}),
      estimateMarks(
        at(({original}) => original),
        series[0].look,
        options
      ),
      estimateMarks(
        at(({model}) => model),
        series[1].look,
        options
      ),
      lineMarks({titles, rows, cells}, marginLeft, options),
      targets(
        cells,
        cells.map(({group = ""}) => group),
        {y1: ({y}: Line) => y - 15, y2: ({y}: Line) => y + 15, insetLeft: 8 - marginLeft}
      ),
      keyLine(series, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}

function lineMarks(
  {titles, rows, cells}: {titles: readonly Line[]; rows: readonly Line[]; cells: readonly Line[]},
  marginLeft: number,
  {width = 640}: MeansPlotOptions
): Markish[] {
  const left = {y: "y", text: "text", frameAnchor: "left", textAnchor: "start"} as const;
  const halo = {stroke: palette.paper, strokeWidth: 4, fill: palette.ink} as const;
  const quiet = {fill: palette.muted, fontSize: fontSize.note} as const;
  const indent = width < phone ? 8 : 24;
  return [
    text(titles, {...left, ...halo, dx: 8 - marginLeft, fontWeight: 600}),
    text(rows, {...left, ...halo, dx: 8 - marginLeft}),
    text(rows, {...left, ...halo, ...quiet, text: "note", frameAnchor: "right", textAnchor: "end"}),
    text(cells, {...left, ...halo, dx: indent - marginLeft}),
    text(cells, {
      ...left,
      ...quiet,
      text: ({cell}: Line) => `n = ${numberText(cell?.n ?? 0)}`,
      textAnchor: "end",
      dx: -10
    })
  ];
}
