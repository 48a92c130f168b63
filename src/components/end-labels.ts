// The labels of a caterpillar without room for all: the extremes, in the free corners.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {capitalise, effectNumber} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import type {PlacedRow, Stack} from "./panel-stack.js";
import {wrapText} from "./text-width.js";
import type {Rung} from "./types.js";

const halo = {stroke: palette.paper, strokeWidth: 4, strokeOpacity: 0.9} as const;

interface CompactOptions extends DrawingOptions {
  readonly rung?: Rung;
  readonly compare?: Rung;
}

/** The names and estimates of the largest and the smallest effect of each column. */
export function endLabels({rows, columns}: Stack, options: CompactOptions): Markish[] {
  const {rung = "partial", point = "median"} = options;
  const effect = ({row}: PlacedRow): number => row.rungs[rung]?.[point] ?? NaN;
  const known = rows.filter((placed) => Number.isFinite(effect(placed)));
  const reach = (["lower", "upper"] as const).map((side) => edgesOf(known, side, options));
  const span = [Math.min(0, ...(reach[0] ?? [])), Math.max(0, ...(reach[1] ?? []))] as const;
  return [...new Set(known.map(({fx}) => fx))].flatMap((fx) => {
    const column = known.filter((placed) => placed.fx === fx);
    const largest = column.reduce((a, b) => (effect(b) > effect(a) ? b : a));
    const smallest = column.reduce((a, b) => (effect(b) < effect(a) ? b : a));
    return [
      endLabel(largest, {column, columns, side: "lower", span}, options),
      endLabel(smallest, {column, columns, side: "upper", span}, options)
    ];
  });
}

function edgesOf(
  rows: readonly PlacedRow[],
  side: "lower" | "upper",
  {rung = "partial", compare, interval = 95}: CompactOptions
): number[] {
  const drawn = compare ? [rung, compare] : [rung];
  const edges = rows.flatMap(({row}) => drawn.map((which) => row.rungs[which]?.[side][interval]));
  return edges.filter((edge) => edge !== undefined).filter(Number.isFinite);
}

interface Corner {
  readonly column: readonly PlacedRow[];
  readonly columns: number;
  readonly side: "lower" | "upper";
  /** The smallest and the largest effect on the axis. */
  readonly span: readonly [number, number];
}

/** A label beside its interval, clear of the intervals of all rows that it is as tall as. */
function endLabel(end: PlacedRow, corner: Corner, options: CompactOptions): Markish {
  const {column, columns, side, span} = corner;
  const {outcome, rung = "partial", point = "median", width = 640} = options;
  const size = fontSize.note;
  const left = side === "lower";
  const effect = end.row.rungs[rung]?.[point] ?? NaN;
  const label = `${capitalise(end.row.label)}: ${effectNumber(effect, outcome)}`;
  const edgeOver = (tall: number): number => {
    const from = left ? end.top : end.bottom - tall;
    const beside = column.filter(({y}) => y > from - 2 && y < from + tall + 2);
    const edges = edgesOf(beside, side, options);
    return left ? Math.min(...edges) : Math.max(...edges);
  };
  // The room beside three lines of text; a little is kept back, since a nice axis is longer.
  const edge = edgeOver(3.5 * size);
  const share = (left ? edge - span[0] : span[1] - edge) / (span[1] - span[0]);
  const room = Math.max(100, Math.min(340, 0.92 * share * (width / columns) - 24));
  const lines = wrapText(label, room, size);
  return text([end], {
    ...halo,
    ...(columns > 1 && {fx: "fx"}),
    x: edgeOver(1.3 * size * lines.length) * outcome.factor,
    y: left ? "top" : "bottom",
    dx: left ? -8 : 8,
    textAnchor: left ? "end" : "start",
    lineAnchor: left ? "top" : "bottom",
    text: [lines.join("\n")],
    fill: palette.ink,
    fontSize: size,
    render: tagGroups([end.row.group])
  });
}
