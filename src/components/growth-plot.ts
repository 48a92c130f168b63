// What a fit costs as it grows: seconds against rows or groups, both in powers of ten.
import type {Markish} from "@observablehq/plot";
import {dot, lineY, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {logAxisX, logAxisY, powersOfTen} from "./log-axis.js";
import {palette} from "./palette.js";
import {Panels} from "./panels.js";
import {targets} from "./targets.js";
import type {GrowthRow} from "./trust-types.js";

type Seconds = "model_seconds" | "sampling_seconds" | "rest_seconds";

interface Part {
  readonly column: Seconds;
  readonly label: string;
  readonly color: string;
  readonly symbol: "circle" | "square" | "diamond";
}

const parts: readonly Part[] = [
  {column: "sampling_seconds", label: "draws", color: palette.partial, symbol: "circle"},
  {column: "model_seconds", label: "rows to cells", color: palette.complete, symbol: "square"},
  {column: "rest_seconds", label: "effects, diagnostics", color: palette.second, symbol: "diamond"}
];
const height = 250;
const margins = {marginLeft: 44, marginRight: 122, marginTop: 30, marginBottom: 46} as const;
const apart = 16;

/** The key of a fit, for the highlight: its model and size. */
export function growthKey({model, rows, groups}: GrowthRow): string {
  return `${model}, ${rows} rows, ${groups} groups`;
}

/** A panel per model, on one scale; three lines each, named at their last point. */
export function GrowthPlot(
  rows: readonly GrowthRow[],
  {width = 640, by}: {width?: number; by: "rows" | "groups"}
): Drawing {
  const seconds = rows.flatMap((row) => parts.map(({column}) => row[column]));
  if (seconds.length === 0) return nothing({}, "Nothing has been measured yet.");
  const powers = {x: powersOfTen(rows.map((row) => row[by])), y: powersOfTen(seconds)};
  const panels = [...new Set(rows.map(({model}) => model))].map((model) => ({
    heading: model,
    draw: (own: number) =>
      panel(
        rows.filter((row) => row.model === model),
        {width: own, by, powers}
      )
  }));
  return Panels(panels, {width, columns: 2});
}

interface PanelOptions {
  readonly width: number;
  readonly by: "rows" | "groups";
  readonly powers: {readonly x: readonly number[]; readonly y: readonly number[]};
}

function panel(rows: readonly GrowthRow[], options: PanelOptions): Drawing {
  const {width, by, powers} = options;
  const note = {fill: palette.ink, fontSize: fontSize.note} as const;
  return drawing(options, {
    ...margins,
    height,
    x: {type: "log", domain: [powers.x[0], powers.x.at(-1)]},
    y: {type: "log", domain: [powers.y[0], powers.y.at(-1)]},
    marks: [
      logAxisX(powers.x, width - margins.marginLeft - margins.marginRight),
      logAxisY(powers.y, height - 76),
      text(["seconds"], {...note, frameAnchor: "top-left", dx: -36, dy: -16, lineAnchor: "bottom"}),
      text([by], {...note, frameAnchor: "bottom", dy: 26, lineAnchor: "top"}),
      parts.map((part) => lineOf(rows, part, by)),
      endNames(rows, options),
      targets(rows, rows.map(growthKey), {
        x1: (row: GrowthRow) => Math.max(row[by] / 3, powers.x[0] ?? 0),
        x2: (row: GrowthRow) => Math.min(row[by] * 3, powers.x.at(-1) ?? Infinity)
      })
    ]
  });
}

function lineOf(rows: readonly GrowthRow[], {column, color, symbol}: Part, by: string): Markish[] {
  return [
    lineY(rows, {x: by, y: column, stroke: color, strokeWidth: 1.8}),
    dot(rows, {x: by, y: column, r: 4, symbol, fill: color, render: tagGroups(rows.map(growthKey))})
  ];
}

/** Names beside their line's end, kept apart where lines end together. */
function endNames(rows: readonly GrowthRow[], {by, powers}: PanelOptions): Markish[] {
  const last = rows.at(-1);
  if (!last) return [];
  const low = powers.y[0] ?? 1;
  const high = powers.y.at(-1) ?? 10;
  const frame = height - margins.marginTop - margins.marginBottom;
  const pixel = (value: number): number => (frame * Math.log(high / value)) / Math.log(high / low);
  const ends = parts
    .map((part) => ({...part, at: pixel(last[part.column])}))
    .sort((a, b) => b.at - a.at);
  let below = Infinity;
  return ends.map(({column, label, color, at}) => {
    below = Math.min(at, below - apart);
    return text([last], {
      x: by,
      y: column,
      text: [label],
      dx: 9,
      dy: below - at,
      textAnchor: "start",
      fontSize: fontSize.note,
      fill: color
    });
  });
}
