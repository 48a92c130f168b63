// What half-eyes are drawn from, and the words beside or above each row.
import type {Markish} from "@observablehq/plot";
import {text} from "../vendor/plot.js";
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import {effectNumber, numberText} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import {wrapText} from "./text-width.js";
import type {Curve, Estimate} from "./types.js";

/** One posterior. Slabs with the same key share a row. */
export interface Slab {
  readonly key: string;
  readonly label: string;
  /** Published is drawn hollow and dashed, corrected solid. */
  readonly series: "published" | "corrected";
  readonly estimate: Estimate;
  /** Left out when the report has no curve: the interval stands alone. */
  readonly curve?: Curve;
}

/** How to draw half-eyes. */
export interface HalfEyesOptions extends DrawingOptions {
  readonly title?: string;
  /** The label of the zero line; null for a quantity that cannot be negative. */
  readonly zero?: string | null;
}

/** Pixels of height of the tallest slab. */
export const slabHeight = 36;

/** Pixels of height of a line of a label. */
export const lineHeight = 14;

/** A label in the lines that it takes: one beside the row, as many as needed above it. */
export function labelLines(label: string, beside: boolean, width: number): string[] {
  return beside ? [label] : wrapText(label, width - 84);
}

/** The name of each row and its numbers, from published to corrected. */
export function halfEyeLabels(
  slabs: readonly Slab[],
  place: {keys: string[]; base: (slab: Slab) => number; beside: boolean; width: number},
  {outcome, point = "median", zero}: HalfEyesOptions
): Markish[] {
  const {keys, base, beside, width} = place;
  const number = ({estimate}: Slab): string =>
    zero === null
      ? numberText(estimate[point] * outcome.factor, outcome.digits)
      : effectNumber(estimate[point], outcome);
  const rows = keys.map((key) => {
    const members = slabs.filter((slab) => slab.key === key);
    const bottom = Math.max(...members.map(base));
    const label = labelLines(members[0]?.label ?? "", beside, width);
    return {
      y: beside ? bottom - 8 : bottom - slabHeight - 16 - (lineHeight / 2) * (label.length - 1),
      label: label.join("\n"),
      numbers: members.map(number).join(" \u2192 ")
    };
  });
  const common = {y: "y", render: tagGroups(keys), fill: palette.ink} as const;
  return [
    text(rows, {
      ...common,
      text: "label",
      frameAnchor: "left",
      textAnchor: beside ? "end" : "start",
      dx: beside ? -14 : 0,
      stroke: palette.paper,
      strokeWidth: 4
    }),
    text(rows, {
      ...common,
      text: "numbers",
      frameAnchor: "right",
      textAnchor: beside ? "start" : "end",
      dx: beside ? 14 : 0,
      fontSize: fontSize.note
    }),
    text([point], {
      frameAnchor: "top-right",
      textAnchor: beside ? "start" : "end",
      lineAnchor: "bottom",
      dx: beside ? 14 : 0,
      dy: -5,
      fill: palette.muted,
      fontSize: fontSize.note
    })
  ];
}
