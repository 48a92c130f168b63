// Our rate and Stan's, model by model, joined by a line with their ratio.
import type {Markish} from "@observablehq/plot";
import {dot, link, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing, phone, pixels} from "./drawing.js";
import type {Drawing, DrawingOptions} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {keyHeight, keyLine} from "./key-line.js";
import {logAxisX, powersOfTen} from "./log-axis.js";
import {palette} from "./palette.js";
import {targets} from "./targets.js";
import {balanceText} from "./text-width.js";
import {placeSpeeds, speedNames} from "./speed-labels.js";
import type {PlacedSpeed} from "./speed-labels.js";
import {ratioText} from "./trust-readings.js";
import type {SpeedRow} from "./trust-types.js";

const looks = {
  ours: {color: palette.partial},
  stan: {color: palette.complete, hollow: true}
} as const;
const title = "smallest effective sample size per second of sampling, logarithmic";

/** A row per model in the order given; a rate that is rough has "about" before its ratio. */
export function SpeedPlot(
  rows: readonly SpeedRow[],
  options: Pick<DrawingOptions, "width" | "document">
): Drawing {
  if (rows.length === 0) return nothing(options, "No model has been measured yet.");
  const {width = 640} = options;
  const beside = width >= phone;
  const marginLeft = beside ? Math.min(270, width * 0.4) : 12;
  const placed = placeSpeeds(rows, beside ? marginLeft - 24 : width - 16, beside);
  const height = placed.reduce((sum, row) => sum + row.height, 0);
  const series = [
    {label: "Poolhouse", look: looks.ours},
    {label: "Stan, through brms", look: looks.stan}
  ];
  const marginTop = 14 + keyHeight(series, width);
  const powers = powersOfTen(
    rows.flatMap(({ours, stan}) => (stan === null ? [ours] : [ours, stan]))
  );
  const frame = width - marginLeft - 24;
  const models = rows.map(({model}) => model);
  return drawing(options, {
    marginLeft,
    marginRight: 24,
    marginTop,
    marginBottom: 56,
    height: marginTop + height + 56,
    x: {type: "log", domain: [powers[0], powers.at(-1)]},
    y: pixels(height),
    marks: [
      logAxisX(powers, frame),
      text([balanceText(title, width - 16, fontSize.note).join("\n")], {
        frameAnchor: "bottom",
        dx: beside ? 0 : -marginLeft / 2,
        dy: 25,
        lineAnchor: "top",
        fill: palette.ink,
        fontSize: fontSize.note
      }),
      speedNames(placed, beside),
      rates(placed),
      targets(placed, models, {
        y1: (d: PlacedSpeed) => d.top,
        y2: (d: PlacedSpeed) => d.top + d.height,
        insetLeft: 8 - marginLeft
      }),
      keyLine(series, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}

function rates(placed: readonly PlacedSpeed[]): Markish[] {
  const both = placed.filter(({row}) => row.stan !== null);
  const tagged = (of: readonly PlacedSpeed[]) => ({
    y: "y",
    render: tagGroups(of.map((d) => d.row.model))
  });
  const ours = (d: PlacedSpeed): number => d.row.ours;
  const stan = (d: PlacedSpeed): number => d.row.stan ?? NaN;
  return [
    link(both, {...tagged(both), x1: stan, x2: ours, stroke: palette.complete, strokeWidth: 1.5}),
    text(placed, {
      ...tagged(placed),
      x: (d: PlacedSpeed) => Math.sqrt(ours(d) * (d.row.stan ?? ours(d))),
      text: (d: PlacedSpeed) => ratioText(d.row),
      dy: -8,
      lineAnchor: "bottom",
      fill: palette.ink,
      stroke: palette.paper,
      strokeWidth: 4
    }),
    dot(both, {
      ...tagged(both),
      x: stan,
      r: 5,
      fill: palette.paper,
      stroke: looks.stan.color,
      strokeWidth: 1.8
    }),
    dot(placed, {...tagged(placed), x: ours, r: 5, fill: looks.ours.color})
  ];
}
