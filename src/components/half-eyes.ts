// Posterior densities standing on their point and nested intervals, one named row each.
import type {Markish} from "@observablehq/plot";
import {drawing, effectAxis, nothing, phone, pixels, zeroLine} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {estimateMarks, looks} from "./estimate-marks.js";
import {halfEyeLabels, labelLines, lineHeight, slabHeight} from "./half-eye-labels.js";
import type {HalfEyesOptions, Slab} from "./half-eye-labels.js";
import {keyHeight, keyLine} from "./key-line.js";
import {slabMarks} from "./slab.js";
import {targets} from "./targets.js";
import {textWidth} from "./text-width.js";

const below = 5;
const apart = 9;

/**
 * Rows in the order of their first slab. The slabs of a row share one scale, on which the taller is
 * as high as the row allows: with one scale for all rows a narrow posterior flattens the wide ones.
 */
export function HalfEyes(slabs: readonly Slab[], options: HalfEyesOptions): Drawing {
  if (slabs.length === 0) return nothing(options, "No posterior to show here.");
  const {width = 640, outcome, title = outcome.unit, zero = "no effect"} = options;
  const keys = [...new Set(slabs.map(({key}) => key))];
  const series = (["published", "corrected"] as const).filter((name) =>
    slabs.some((slab) => slab.series === name)
  );
  const widest = 24 + Math.max(...slabs.map(({label}) => textWidth(label)));
  const beside = width >= phone && widest < width / 2;
  const lines = Math.max(...slabs.map(({label}) => labelLines(label, beside, width).length));
  const above = beside ? 12 : 12 + lineHeight * lines;
  const rowHeight = slabHeight + above + below + apart * series.length;
  const marginLeft = beside ? widest : 8;
  const marginRight = !beside ? 12 : series.length > 1 ? 110 : 64;
  const key = series.length > 1 ? series.map((label) => ({label, look: looks[label]})) : [];
  const marginTop = 24 + keyHeight(key, width);
  const height = keys.length * rowHeight;
  const base = (slab: Slab): number =>
    (keys.indexOf(slab.key) + 1) * rowHeight - below - apart * series.length;
  return drawing(options, {
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: 56,
    height: marginTop + height + 56,
    x: {zero: true},
    y: pixels(height),
    marks: [
      effectAxis(width - marginLeft, title, {signed: zero !== null}),
      zero === null ? null : zeroLine(zero),
      eyes(slabs, {series, base}, options),
      halfEyeLabels(slabs, {keys, base, beside, width}, options),
      targets(keys, keys, {
        y1: (_, i) => i * rowHeight,
        y2: (_, i) => (i + 1) * rowHeight,
        insetLeft: 8 - marginLeft
      }),
      keyLine(key, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}

function eyes(
  slabs: readonly Slab[],
  {series, base}: {series: readonly string[]; base: (slab: Slab) => number},
  options: HalfEyesOptions
): Markish[] {
  const {outcome, interval = 95} = options;
  const peakOf = (key: string): number =>
    Math.max(...slabs.filter((slab) => slab.key === key).map(({curve}) => highest(curve)));
  const at = (slab: Slab) => ({group: slab.key, y: base(slab), estimate: slab.estimate});
  return [
    // Solid first, so that no hollow outline is covered.
    [...slabs].reverse().map((slab) => {
      const {estimate, curve, key} = slab;
      const shade = [estimate.lower[interval], estimate.upper[interval]] as const;
      const place = {group: key, base: base(slab), rise: slabHeight / peakOf(key), shade};
      return curve && slabMarks(curve, looks[slab.series], {...place, factor: outcome.factor});
    }),
    series.map((name, i) => {
      const look = {...looks[name as Slab["series"]], r: 3.5, dy: below + apart * i};
      const members = slabs.filter((slab) => slab.series === name);
      return estimateMarks(members.map(at), look, options);
    })
  ];
}

function highest(curve: Slab["curve"]): number {
  return Math.max(0, ...(curve?.density ?? []));
}
