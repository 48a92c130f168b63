// The labels of a caterpillar with room for all of them.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import {capitalise, numberText} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import type {Facets, PlacedRow, Stack} from "./panel-stack.js";
import {textWidth, wrapText} from "./text-width.js";
import type {EffectRow} from "./types.js";

const halo = {stroke: palette.paper, strokeWidth: 4, strokeOpacity: 0.9} as const;

/** Pixels by which an interval lies below the middle of a row that has its label above it. */
export const labelDrop = 10;

/** What "n = 1,234" takes of a label's line. */
const countWidth = 62;

/** Pixels between labels and intervals beside them: n stands there, however long. */
export function countGap(rows: readonly EffectRow[]): number {
  return Math.max(44, 18 + Math.max(...rows.map(({n}) => textWidth(numberText(n), fontSize.note))));
}

/** Pixels from one line of a label to the next. */
export const labelLeading = 15;

/** A label has as many lines at most; what tells two groups apart often comes last. */
const mostLines = 3;

/** The rows, their labels without what the heading of their panel says: "low stakes" of "Africa, low stakes" under "Africa". */
export function labelsInPanels(rows: readonly EffectRow[], {fx, fy}: Facets): readonly EffectRow[] {
  const told = [fx, fy].flatMap((modifier) => modifier?.name ?? []);
  return rows.map((row) => {
    const headings = told.flatMap((name) =>
      Object.hasOwn(row.levels, name) ? [row.levels[name].toLowerCase()] : []
    );
    const rest = row.label.split(", ").filter((part) => !headings.includes(part.toLowerCase()));
    return rest.length > 0 ? {...row, label: rest.join(", ")} : row;
  });
}

/** A label above its interval, in lines that leave room for n in a panel of `room` pixels. */
export function labelLines(label: string, room: number): readonly string[] {
  const free = room - countWidth;
  const lines = wrapText(capitalise(label), free, fontSize.label);
  const kept = lines.slice(0, mostLines).map((line) => cut(line, free));
  const last = kept.length - 1;
  return lines.length > mostLines ? kept.with(last, `${kept[last]}…`) : kept;
}

/** A word that no line holds ends in three dots; the reader finds the whole in the readout. */
function cut(line: string, free: number): string {
  const width = textWidth(line, fontSize.label);
  if (width <= free) return line;
  return `${line.slice(0, Math.floor((line.length * free) / width) - 1)}…`;
}

/**
 * Every row's label, and n in quiet figures: beside the row, or above its interval, in lines where
 * the panel has `room` pixels. `headed` puts the name of what is counted over the figures.
 */
export function rowLabels(
  {rows}: Stack,
  beside: boolean,
  {
    headed = true,
    room = Infinity,
    gap = countGap(rows.map(({row}) => row))
  }: {headed?: boolean; room?: number; gap?: number} = {}
): Markish[] {
  const render = tagGroups(rows.map(({row}) => row.group));
  const place = {y: "y", dy: beside ? 0 : -2 * labelDrop, lineAnchor: "middle", render} as const;
  const n = {fill: palette.muted, fontSize: fontSize.note} as const;
  return [
    text(rows, {
      ...place,
      ...halo,
      frameAnchor: "left",
      textAnchor: beside ? "end" : "start",
      dx: beside ? -gap : 0,
      // Lines are stacked upwards from the one that stands beside n.
      ...(!beside && {lineAnchor: "bottom", dy: -2 * labelDrop + 0.32 * fontSize.label}),
      lineHeight: labelLeading / fontSize.label,
      text: (d: PlacedRow) =>
        beside ? capitalise(d.row.label) : labelLines(d.row.label, room).join("\n"),
      fill: palette.ink
    }),
    text(rows, {
      ...place,
      ...n,
      ...halo,
      frameAnchor: beside ? "left" : "right",
      textAnchor: "end",
      dx: beside ? -12 : 0,
      text: (d: PlacedRow) => (beside ? numberText(d.row.n) : `n = ${numberText(d.row.n)}`)
    }),
    beside && headed
      ? text(["n"], {
          ...n,
          facet: "super",
          frameAnchor: "top-left",
          textAnchor: "end",
          lineAnchor: "bottom",
          dx: -12,
          dy: -5
        })
      : null
  ];
}
