// The labels of a caterpillar without room for all: the extremes, in the free corners.
import type {Markish} from "@observablehq/plot";
import {link, text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {edgesOf, placeBeside} from "./end-places.js";
import type {Around, CompactOptions, Side} from "./end-places.js";
import {capitalise, effectNumber} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import type {PlacedRow, Stack} from "./panel-stack.js";

const halo = {stroke: palette.paper, strokeWidth: 4, strokeOpacity: 0.9} as const;

/**
 * The names and estimates of the largest and the smallest effect of each column, where there is room
 * beside their interval.
 */
export function endLabels({rows, columns, height}: Stack, options: CompactOptions): Markish[] {
  const {rung = "partial", point = "median"} = options;
  const effect = ({row}: PlacedRow): number => row.rungs[rung]?.[point] ?? NaN;
  const known = rows.filter((placed) => Number.isFinite(effect(placed)));
  const reach = (["lower", "upper"] as const).map((side) => edgesOf(known, side, options));
  const span = [Math.min(0, ...(reach[0] ?? [])), Math.max(0, ...(reach[1] ?? []))] as const;
  return [...new Set(known.map(({fx}) => fx))].flatMap((fx) => {
    const column = known.filter((placed) => placed.fx === fx);
    const largest = column.reduce((a, b) => (effect(b) > effect(a) ? b : a));
    const smallest = column.reduce((a, b) => (effect(b) < effect(a) ? b : a));
    const around = {column, columns, height, span};
    return [
      ...endLabel(largest, ["lower", "upper"], around, options),
      ...endLabel(smallest, ["upper", "lower"], around, options)
    ];
  });
}

/** A label beside its interval, clear of the intervals of all rows that it is as tall as, and a line to its own. */
function endLabel(
  end: PlacedRow,
  sides: readonly Side[],
  around: Around,
  options: CompactOptions
): Markish[] {
  const {outcome, rung = "partial", point = "median"} = options;
  const effect = effectNumber(end.row.rungs[rung]?.[point] ?? NaN, outcome);
  const label = `${capitalise(end.row.label)}: ${effect}`;
  const places = sides.flatMap((side) => placeBeside(end, side, label, around, options) ?? []);
  if (!places.length) return [];
  // A column of single words is worse than the second side.
  const place = places.reduce((a, b) => (b.lines.length < a.lines.length - 1 ? b : a));
  const {side, lines, edge, from} = place;
  const left = side === "lower";
  const column = around.columns > 1 && {fx: "fx"};
  const words = text([end], {
    ...halo,
    ...column,
    x: edge * outcome.factor,
    y: from,
    dx: left ? -8 : 8,
    textAnchor: left ? "end" : "start",
    lineAnchor: "top",
    text: [lines.join("\n")],
    fill: palette.ink,
    fontSize: fontSize.note,
    render: tagGroups([end.row.group])
  });
  const own = edgesOf([end], side, options);
  const leader = link([end], {
    ...column,
    x1: (left ? Math.min(...own) : Math.max(...own)) * outcome.factor,
    x2: edge * outcome.factor,
    y1: end.y,
    y2: end.y,
    stroke: palette.muted,
    strokeDasharray: "1 3",
    render: tagGroups([end.row.group])
  });
  return [leader, words];
}
