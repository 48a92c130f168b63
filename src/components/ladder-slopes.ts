// Every group's way from complete pooling to none, as a bundle of thin lines.
import type {Markish} from "@observablehq/plot";
import {axisY, gridY, ruleX, ruleY, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing} from "./drawing.js";
import type {Drawing, DrawingOptions} from "./drawing.js";
import {signedTick} from "./format.js";
import {keyHeight, keyLine, type KeyItem} from "./key-line.js";
import {fittedRungs, isKnown, pointOf} from "./ladder-rows.js";
import {rungLooks} from "./ladder.js";
import {palette} from "./palette.js";
import {rungNames} from "./sentence.js";
import {points, segmentsOf, slopes} from "./slope-marks.js";
import {sortRows} from "./sort-rows.js";
import {textWidth, wrapText} from "./text-width.js";
import type {EffectRow, Rung} from "./types.js";

const rise = 360;

/**
 * A line per group over the rungs that some group has. Dashed and in the colour of a turned sign where
 * pooling turns the sign of the raw estimate; a hollow end where there is no raw estimate.
 */
export function LadderSlopes(given: readonly EffectRow[], options: DrawingOptions): Drawing {
  const {width = 640, outcome, point = "median"} = options;
  const rungs = fittedRungs(given);
  if (rungs.length < 2) return nothing(options, "This model has no estimate to compare with.");
  const rows = sortRows(given, "effect", {point});
  const segments = rows.flatMap((row) => segmentsOf(row, rungs, options));
  const without = (row: EffectRow): boolean =>
    rungs.includes("saturated") && isKnown(row, "partial") && !isKnown(row, "saturated");
  const key = [
    segments.some(({turned}) => turned) && keyItems.turned,
    rows.some(without) && keyItems.without
  ].filter((item) => item !== false);
  const names = rungs.map((rung) => wrapText(rungNames[rung], width / rungs.length, fontSize.note));
  const unit = wrapText(outcome.unit, width - 16, fontSize.note);
  const widest = Math.max(...names.flat().map((line) => textWidth(line, fontSize.note)));
  const marginLeft = Math.max(44, widest / 2 + 4);
  const marginTop = 22 + 16 * unit.length + keyHeight(key, width);
  const marginBottom = 18 + 16 * Math.max(...names.map(({length}) => length));
  return drawing(options, {
    marginLeft,
    marginRight: widest / 2 + 4,
    marginTop,
    marginBottom,
    height: marginTop + rise + marginBottom,
    x: {axis: null, type: "linear", domain: [0, rungs.length - 1]},
    y: {nice: true, zero: true, axis: null},
    marks: [
      frame(rungs),
      slopes(segments),
      rungs.map((rung, x) => {
        const at = {x, y: (row: EffectRow) => pointOf(row, rung, point) * outcome.factor};
        const {color} = rungLooks[rung];
        const known = rows.filter((row) => isKnown(row, rung));
        const hollow = rung === "partial" ? known.filter(without) : [];
        return [points(known, at, color, color), points(hollow, at, palette.paper, color)];
      }),
      words(names, unit, marginLeft),
      keyLine(key, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}

const keyItems: Readonly<Record<"turned" | "without", KeyItem>> = {
  turned: {
    label: "pooling turns the sign (dashed)",
    look: {color: palette.negative, symbol: "square"}
  },
  without: {label: "no raw estimate", look: {color: palette.partial, hollow: true}}
};

function frame(rungs: readonly Rung[]): Markish[] {
  return [
    gridY({stroke: palette.grid, strokeOpacity: 1}),
    axisY({tickSize: 0, tickFormat: signedTick, label: null, color: palette.muted, dx: -4}),
    ruleX(rungs, {x: (_, i) => i, stroke: palette.grid}),
    ruleY([0], {stroke: palette.complete})
  ];
}

function words(
  names: readonly (readonly string[])[],
  unit: readonly string[],
  marginLeft: number
): Markish[] {
  const quiet = {fontSize: fontSize.note, fill: palette.ink} as const;
  return [
    text(names, {
      ...quiet,
      x: (_, i) => i,
      text: (name: readonly string[]) => name.join("\n"),
      frameAnchor: "bottom",
      dy: 12,
      lineAnchor: "top"
    }),
    text([unit.join("\n")], {
      ...quiet,
      frameAnchor: "top-left",
      dx: 8 - marginLeft,
      dy: -14,
      lineAnchor: "bottom",
      textAnchor: "start"
    })
  ];
}
