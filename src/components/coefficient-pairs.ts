// Each coefficient as published and as corrected, with what the correction changes in words.
import type {Markish} from "@observablehq/plot";
import {link} from "../vendor/plot.js";
import {changeText} from "./coefficient-change.js";
import type {CoefficientPair} from "./coefficient-change.js";
import {coefficientLabels} from "./coefficient-labels.js";
import type {CoefficientPairsOptions} from "./coefficient-labels.js";
import {drawing, effectAxis, nothing, phone, pixels, zeroLine} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {estimateMarks, looks} from "./estimate-marks.js";
import {tagGroups} from "./highlight.js";
import {keyHeight, keyLine} from "./key-line.js";
import {palette} from "./palette.js";
import {targets} from "./targets.js";
import {textWidth} from "./text-width.js";

const half = 6;
const series = (["published", "corrected"] as const).map((label) => ({label, look: looks[label]}));

/** A dumbbell per coefficient: published hollow above, corrected solid below. */
export function CoefficientPairs(
  pairs: readonly CoefficientPair[],
  options: CoefficientPairsOptions
): Drawing {
  if (pairs.length === 0) return nothing(options, "No coefficient stands in both models.");
  const {width = 640, outcome, title = outcome.unit} = options;
  const beside = width >= phone;
  const rowHeight = beside ? 44 : 64;
  const marginLeft = beside ? 24 + Math.max(...pairs.map(({label}) => textWidth(label))) : 8;
  const marginTop = 24 + keyHeight(series, width);
  const height = pairs.length * rowHeight;
  const middle = (i: number): number => (i + 1) * rowHeight - (beside ? rowHeight / 2 : half + 10);
  const keys = pairs.map(({key}) => key);
  const changes = pairs.map((pair) => changeText(pair, options));
  return drawing(options, {
    marginLeft,
    marginRight: beside ? Math.max(110, ...changes.map((change) => textWidth(change) + 20)) : 12,
    marginTop,
    marginBottom: 56,
    height: marginTop + height + 56,
    x: {nice: true, zero: true},
    y: pixels(height),
    marks: [
      effectAxis(width - marginLeft, title),
      zeroLine("no shift"),
      dumbbells(pairs, middle, options),
      coefficientLabels(pairs, {middle, beside}, options),
      targets(pairs, keys, {
        y1: (_, i) => i * rowHeight,
        y2: (_, i) => (i + 1) * rowHeight,
        insetLeft: 8 - marginLeft
      }),
      keyLine(series, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}

function dumbbells(
  pairs: readonly CoefficientPair[],
  middle: (i: number) => number,
  options: CoefficientPairsOptions
): Markish[] {
  const {outcome, point = "median"} = options;
  return [
    link(pairs, {
      x1: (d: CoefficientPair) => d.published[point] * outcome.factor,
      x2: (d: CoefficientPair) => d.corrected[point] * outcome.factor,
      y1: (_, i) => middle(i) - half,
      y2: (_, i) => middle(i) + half,
      stroke: palette.complete,
      strokeWidth: 1.25,
      render: tagGroups(pairs.map(({key}) => key))
    }),
    series.map(({label, look}, s) =>
      estimateMarks(
        pairs.map((pair, i) => ({group: pair.key, y: middle(i), estimate: pair[label]})),
        {...look, dy: s === 0 ? -half : half},
        options
      )
    )
  ];
}
