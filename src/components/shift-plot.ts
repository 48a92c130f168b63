// How far pooling moves each group from its OLS estimate, against that estimate.
import type {Markish} from "@observablehq/plot";
import {dot, linearRegressionY, text} from "../vendor/plot.js";
import {drawing, effectAxis, fontSize, nothing, phone, zeroLine} from "./drawing.js";
import type {Drawing, DrawingOptions} from "./drawing.js";
import {capitalise, effectNumber, unitName} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import {shiftAxis} from "./shift-axis.js";
import type {EffectRow, Rung} from "./types.js";

/** How to draw the shifts. */
export interface ShiftPlotOptions extends DrawingOptions {
  /** The unpooled estimate; "saturated" by default. */
  readonly from?: Rung;
  /** The pooled estimate; "partial" by default. */
  readonly to?: Rung;
  /** Title of the horizontal axis. */
  readonly title?: string;
}

interface Shift {
  readonly row: EffectRow;
  readonly from: number;
  readonly shift: number;
  readonly n: number;
}

/**
 * Points sized by n at (OLS estimate, pooled minus OLS), with the straight line that falls through
 * them and the two largest shifts named. Groups that OLS cannot estimate are left out and counted.
 */
export function ShiftPlot(rows: readonly EffectRow[], options: ShiftPlotOptions): Drawing {
  const {width = 640, outcome, from = "saturated", to = "partial", point = "median"} = options;
  const {title = `OLS estimate: ${outcome.unit}`} = options;
  const shifts = rows.flatMap((row): Shift[] => {
    const start = (row.rungs[from]?.[point] ?? NaN) * outcome.factor;
    const end = (row.rungs[to]?.[point] ?? NaN) * outcome.factor;
    return Number.isFinite(end - start) ? [{row, from: start, shift: end - start, n: row.n}] : [];
  });
  if (shifts.length === 0) return nothing(options, "No group here has both estimates.");
  const left = rows.length - shifts.length;
  const groups = shifts.map(({row}) => row.group);
  return drawing(options, {
    marginLeft: 44,
    marginRight: 12,
    marginTop: 44,
    marginBottom: 56,
    height: Math.max(340, Math.min(520, width * 0.6)),
    x: {nice: true, zero: true},
    y: {nice: true, zero: true},
    r: {range: width < phone ? [1.5, 7] : [2, 10]},
    marks: [
      effectAxis(width, title),
      shiftAxis(`shift by pooling, ${unitName(outcome)}`, left),
      zeroLine(),
      linearRegressionY(shifts, {
        x: "from",
        y: "shift",
        ci: 0,
        stroke: palette.complete,
        strokeWidth: 1.5,
        strokeDasharray: "5 4"
      }),
      dot(shifts, {
        x: "from",
        y: "shift",
        r: "n",
        fill: palette.partial,
        fillOpacity: 0.65,
        stroke: palette.paper,
        strokeWidth: 0.75,
        render: tagGroups(groups, {focus: true})
      }),
      nameMarks(shifts, options)
    ]
  });
}

/** What rises most is named to its right and what falls most to its left: the tendency falls. */
function nameMarks(shifts: readonly Shift[], {outcome, width = 640}: ShiftPlotOptions): Markish[] {
  const risen = shifts.reduce((a, b) => (b.shift > a.shift ? b : a));
  const fallen = shifts.reduce((a, b) => (b.shift < a.shift ? b : a));
  return [...new Set([risen, fallen])].map((shift) =>
    text([shift], {
      x: "from",
      y: "shift",
      text: ({row}: Shift) =>
        `${capitalise(row.label)}: ${effectNumber(shift.shift / outcome.factor, outcome)}`,
      dx: shift === risen ? 12 : -12,
      textAnchor: shift === risen ? "start" : "end",
      lineAnchor: "middle",
      lineWidth: width < phone ? 15 : 30,
      fontSize: fontSize.note,
      fill: palette.ink,
      stroke: palette.paper,
      strokeWidth: 4,
      render: tagGroups([shift.row.group])
    })
  );
}
