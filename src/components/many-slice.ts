// The rows of a long list that lie between two heights.
import {gridX, ruleX, text} from "../vendor/plot.js";
import {countGap, rowLabels} from "./caterpillar-labels.js";
import {caterpillarSeries} from "./caterpillar-series.js";
import type {CaterpillarOptions} from "./caterpillar-series.js";
import {drawing} from "./drawing.js";
import {pixels} from "./drawing.js";
import {estimateMarks} from "./estimate-marks.js";
import {palette} from "./palette.js";
import type {Stack} from "./panel-stack.js";
import {targets} from "./targets.js";

/** The rows and headings that lie between two heights, in pixels. */
export function slice(
  stack: Stack,
  {from, to, beside, left}: {from: number; to: number; beside: boolean; left: number},
  frame: object,
  options: CaterpillarOptions
): Node {
  const {width = 640} = options;
  const rows = stack.rows
    .filter(({top, bottom}) => bottom > from && top < to)
    .map((row) => ({...row, y: row.y - from, top: row.top - from, bottom: row.bottom - from}));
  const headings = stack.headings
    .filter(({y}) => y > from - 13 && y < to + 13)
    .map((heading) => ({...heading, y: heading.y - from}));
  const part = {...stack, rows, headings};
  const words = text(headings, {
    y: "y",
    text: "text",
    frameAnchor: "left",
    dx: 8 - left,
    fontWeight: 600,
    fill: palette.ink
  });
  return drawing(options, {
    ...frame,
    marginTop: 0,
    marginBottom: 0,
    height: to - from,
    y: pixels(to - from),
    marks: [
      gridX({ticks: width / 65, stroke: palette.grid, strokeOpacity: 1}),
      ruleX([0], {stroke: palette.complete}),
      caterpillarSeries(rows, options, false).map(({data, look}) =>
        estimateMarks(data, look, options)
      ),
      rowLabels(part, beside, {headed: false, gap: countGap(stack.rows.map(({row}) => row))}),
      words,
      targets(
        rows,
        rows.map(({row}) => row.group),
        {y1: "top", y2: "bottom", insetLeft: beside ? 8 - left : 0}
      )
    ]
  });
}
