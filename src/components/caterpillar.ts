// One row per group with its nested intervals, in the order of what is discussed.
import {text} from "../vendor/plot.js";
import {
  countGap,
  labelDrop,
  labelLeading,
  labelLines,
  labelsInPanels,
  rowLabels
} from "./caterpillar-labels.js";
import {caterpillarSeries} from "./caterpillar-series.js";
import type {CaterpillarOptions} from "./caterpillar-series.js";
import {drawing, effectAxis, nothing, phone, pixels, zeroLine} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {endLabels} from "./end-labels.js";
import {estimateMarks} from "./estimate-marks.js";
import {keyHeight, keyLine} from "./key-line.js";
import {palette} from "./palette.js";
import {stackPanels} from "./panel-stack.js";
import {bandLabelHeight, referenceBand} from "./reference-band.js";
import {sortRows} from "./sort-rows.js";
import {targets} from "./targets.js";
import {textWidth} from "./text-width.js";
import type {EffectRow} from "./types.js";
import {upperNumbers, upperNumbersHeight} from "./upper-numbers.js";

const heading = {
  fontWeight: 600,
  stroke: palette.paper,
  strokeWidth: 4,
  fill: palette.ink
} as const;

/** A frame of so many pixels is not in a laptop's window with its axis. */
const outOfSight = 720;

/** The groups' effects with intervals; `scale("x")` is in the outcome's unit. */
export function Caterpillar(groups: readonly EffectRow[], options: CaterpillarOptions): Drawing {
  const {width = 640, rung = "partial", compare, sort = "effect", facets = {}} = options;
  const {point, modifiers, compact = groups.length > 48, outcome} = options;
  const rows = compact ? groups : labelsInPanels(groups, facets);
  if (rows.length === 0) return nothing(options, "No group is selected; widen the selection.");
  const labelWidth = Math.max(...rows.map(({label}) => textWidth(label))) + countGap(rows) + 10;
  const beside = !compact && width >= phone && labelWidth < width / 2;
  const room = width - 24;
  const tallest = Math.max(...rows.map(({label}) => labelLines(label, room).length));
  const more = compact || beside ? 0 : (tallest - 1) * labelLeading;
  const height = rowHeight(rows.length, {compact, beside, pair: compare !== undefined}) + more;
  const stack = stackPanels(sortRows(rows, sort, {rung, point, modifiers}), facets, {
    rowHeight: height,
    columns: compact && width >= phone,
    drop: compact || beside ? 0 : labelDrop + more / 2
  });
  const marginLeft = beside ? labelWidth : 8;
  const series = caterpillarSeries(stack.rows, options, compact);
  const key = series.length > 1 ? series : [];
  const ticks = width / stack.columns / 65;
  const numbers = stack.height > outOfSight && !options.band ? upperNumbersHeight : 0;
  const marginTop = 24 + keyHeight(key, width) + (options.band ? bandLabelHeight : numbers);
  return drawing(options, {
    marginLeft,
    marginRight: 12,
    marginTop,
    marginBottom: 56,
    height: marginTop + stack.height + 56,
    x: {nice: true, zero: true},
    y: pixels(stack.height),
    ...(stack.columns > 1 && {fx: {axis: null, padding: 0.04}}),
    marks: [
      effectAxis(width, options.title ?? outcome.unit, {ticks}),
      numbers > 0 ? upperNumbers(ticks) : null,
      referenceBand(options.band, options),
      zeroLine("no effect", numbers),
      series.map(({data, look}) => estimateMarks(data, look, options)),
      compact ? endLabels(stack, options) : rowLabels(stack, beside, {room}),
      text(stack.headings, {
        ...(stack.columns > 1 && {fx: "fx"}),
        y: "y",
        text: "text",
        frameAnchor: "left",
        dx: beside ? 8 - marginLeft : 0,
        ...heading
      }),
      targets(
        stack.rows,
        stack.rows.map(({row}) => row.group),
        {
          ...(stack.columns > 1 && {fx: "fx"}),
          y1: "top",
          y2: "bottom",
          insetLeft: beside ? 8 - marginLeft : 0
        }
      ),
      keyLine(key, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}

function rowHeight(n: number, {compact, beside, pair}: Record<string, boolean>): number {
  if (compact) return Math.max(4, Math.min(8, 640 / n)) + (pair ? 3 : 0);
  return (beside ? 20 : 38) + (pair ? 6 : 0);
}
