// The labels of a caterpillar without room for all: the extremes, in the free corners.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {capitalise, effectNumber} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import type {PlacedRow, Stack} from "./panel-stack.js";
import {textWidth, wrapText} from "./text-width.js";
import type {Rung} from "./types.js";

const size = fontSize.note;
const mostLines = 6;
const halo = {stroke: palette.paper, strokeWidth: 4, strokeOpacity: 0.9} as const;

type Side = "lower" | "upper";

interface CompactOptions extends DrawingOptions {
  readonly rung?: Rung;
  readonly compare?: Rung;
}

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
      endLabel(largest, ["lower", "upper"], around, options),
      endLabel(smallest, ["upper", "lower"], around, options)
    ];
  });
}

function edgesOf(
  rows: readonly PlacedRow[],
  side: Side,
  {rung = "partial", compare, interval = 95}: CompactOptions
): number[] {
  const drawn = compare ? [rung, compare] : [rung];
  const edges = rows.flatMap(({row}) => drawn.map((which) => row.rungs[which]?.[side][interval]));
  return edges.filter((edge) => edge !== undefined).filter(Number.isFinite);
}

interface Around {
  readonly column: readonly PlacedRow[];
  readonly columns: number;
  readonly height: number;
  /** The smallest and the largest effect on the axis. */
  readonly span: readonly [number, number];
}

/** A label beside its interval, clear of the intervals of all rows that it is as tall as. */
function endLabel(
  end: PlacedRow,
  sides: readonly Side[],
  around: Around,
  options: CompactOptions
): Markish {
  const {outcome, rung = "partial", point = "median"} = options;
  const effect = effectNumber(end.row.rungs[rung]?.[point] ?? NaN, outcome);
  const label = `${capitalise(end.row.label)}: ${effect}`;
  const places = sides.flatMap((side) => placeBeside(end, side, label, around, options) ?? []);
  if (!places.length) return null;
  // A column of single words is worse than the second side.
  const place = places.reduce((a, b) => (b.lines.length < a.lines.length - 1 ? b : a));
  const {lines, edge, from} = place;
  const left = place.side === "lower";
  return text([end], {
    ...halo,
    ...(around.columns > 1 && {fx: "fx"}),
    x: edge * outcome.factor,
    y: from,
    dx: left ? -8 : 8,
    textAnchor: left ? "end" : "start",
    lineAnchor: "top",
    text: [lines.join("\n")],
    fill: palette.ink,
    fontSize: size,
    render: tagGroups([end.row.group])
  });
}

/** The label's lines and place on a side of its interval; undefined where it would not fit. */
function placeBeside(
  end: PlacedRow,
  side: Side,
  label: string,
  {column, columns, height, span}: Around,
  options: CompactOptions
): {side: Side; lines: string[]; edge: number; from: number} | undefined {
  const left = side === "lower";
  const at = (tall: number): {edge: number; from: number; room: number} => {
    const from = Math.max(0, Math.min(height - tall, left ? end.top : end.bottom - tall));
    const beside = column.filter(({y}) => y > from - 3 && y < from + tall + 3);
    const edges = edgesOf(beside, side, options);
    const edge = left ? Math.min(...edges) : Math.max(...edges);
    const share = (left ? edge - span[0] : span[1] - edge) / (span[1] - span[0]);
    // A little is kept back, since a nice axis is longer than what is drawn on it.
    return {edge, from, room: 0.92 * share * ((options.width ?? 640) / columns) - 20};
  };
  for (let count = 1; count <= mostLines; count += 1) {
    const place = at(1.3 * size * count);
    const lines = wrapText(label, Math.min(340, place.room), size);
    const fits = lines.every((line) => textWidth(line, size) <= place.room);
    if (fits && lines.length <= count) return {side, lines, ...place};
  }
  return undefined;
}
