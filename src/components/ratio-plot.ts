// Our posterior standard deviations over their references': the spread of all ratios, row by row.
import type {Markish} from "@observablehq/plot";
import {axisX, dot, gridX, ruleX, ruleY, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing, phone, pixels} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import {targets} from "./targets.js";
import {textWidth, wrapText} from "./text-width.js";
import type {AgreementRow} from "./agreement-types.js";

const lineHeight = 1.3 * fontSize.label;
const title = "posterior standard deviation, ours over the reference’s";

/** A row per model and method: the middle half thick, least to greatest thin, the median a point. */
export function RatioPlot(
  rows: readonly AgreementRow[],
  {width = 640}: {width?: number} = {}
): Drawing {
  if (rows.length === 0) return nothing({}, "No posterior has been compared yet.");
  const beside = width >= phone;
  const names = rows.map(({label, method}) => `${label}, ${method}`);
  const widest = 16 + Math.max(...names.map((name) => textWidth(name)));
  const marginLeft = beside ? Math.min(0.5 * width, widest) : 8;
  const placed = placeRows(names, beside ? marginLeft - 16 : width - 24, beside);
  const height = placed.reduce((sum, row) => sum + row.height, 0);
  const far = Math.max(0.12, ...rows.flatMap(({ratio}) => [1 - ratio.low, ratio.high - 1])) * 1.05;
  const label = {fontSize: fontSize.note, fill: palette.muted} as const;
  const ticks = (width - marginLeft) / 70;
  return drawing(
    {width},
    {
      ...{marginLeft, marginRight: 14, marginTop: 22, marginBottom: 48, height: height + 70},
      x: {domain: [1 - far, 1 + far]},
      y: pixels(height),
      marks: [
        gridX({ticks, stroke: palette.grid, strokeOpacity: 1}),
        axisX({ticks, tickSize: 0, fontSize: fontSize.note, color: palette.muted, label: null}),
        ruleX([1], {stroke: palette.complete}),
        text(["the same"], {x: [1], frameAnchor: "top", dy: -12, ...label}),
        ratioMarks(rows, placed, beside),
        text([title], {...label, frameAnchor: "bottom", dy: 38, fill: palette.ink}),
        targets(
          rows,
          rows.map(({id}) => id),
          {
            y1: (_: unknown, i: number) => placed[i].top,
            y2: (_: unknown, i: number) => placed[i].top + placed[i].height,
            insetLeft: 8 - marginLeft
          }
        )
      ]
    }
  );
}

/** Where a row stands, in pixels from the top of the frame, and its name in lines. */
interface PlacedRow {
  readonly top: number;
  readonly height: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** The rows one below the other; names have `room` pixels, beside the ratios or above them. */
function placeRows(names: readonly string[], room: number, beside: boolean): PlacedRow[] {
  let top = 0;
  return names.map((name) => {
    const lines = wrapText(name, room);
    const words = lines.length * lineHeight;
    const height = beside ? words + 9 : words + 27;
    const placed = {top, height, lines, y: beside ? top + height / 2 : top + words + 12};
    top += height;
    return placed;
  });
}

function ratioMarks(
  rows: readonly AgreementRow[],
  places: readonly PlacedRow[],
  beside: boolean
): Markish[] {
  const placed = rows.map(({ratio}, i) => ({...ratio, ...places[i]}));
  const at = {y: "y", render: tagGroups(rows.map(({id}) => id))} as const;
  const blue = palette.partial;
  return [
    ruleY(placed, {...at, x1: "low", x2: "high", stroke: blue, strokeWidth: 1.2}),
    ruleY(placed, {...at, x1: "q25", x2: "q75", stroke: blue, strokeWidth: 4}),
    dot(placed, {...at, x: "median", r: 4, fill: blue, stroke: palette.paper}),
    text(placed, {
      ...at,
      y: (d: PlacedRow) => (beside ? d.y : d.top + 4),
      text: (d: PlacedRow) => d.lines.join("\n"),
      ...{frameAnchor: "left", textAnchor: beside ? "end" : "start"},
      ...{lineAnchor: beside ? "middle" : "top", dx: beside ? -10 : 0, fill: palette.ink}
    })
  ];
}
