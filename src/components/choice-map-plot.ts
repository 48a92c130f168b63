// The curve of all fits, from the lowest effect to the highest, above what was chosen for each.
import {axisY, gridY, ruleY, text} from "../vendor/plot.js";
import {fitKey, fitLooks, fitMarks, lookNames, lookOf} from "./choice-map-marks.js";
import {ChoiceMatrix, type MatrixFrame} from "./choice-map-matrix.js";
import type {ChoiceRows, LookedFit} from "./choice-map-types.js";
import {element} from "./dom.js";
import {drawing, fontSize, nothing, phone, type Drawing} from "./drawing.js";
import {signedTick, type Outcome} from "./format.js";
import {keyHeight, keyLine} from "./key-line.js";
import {palette} from "./palette.js";
import {targets} from "./targets.js";
import {textWidth, wrapText} from "./text-width.js";

/** How to draw the map. */
export interface ChoiceMapOptions {
  readonly width?: number;
  readonly outcome: Outcome;
  /** Title of the axis of effects. */
  readonly title: string;
}

const curveHeight = 230;
const right = 8;

/** The fits sorted by their median, one column each; `kinds` are the rows below. */
export function ChoiceMapPlot(
  fits: readonly LookedFit[],
  kinds: readonly ChoiceRows[],
  options: ChoiceMapOptions
): Drawing {
  if (fits.length === 0) return nothing({}, "No choice could be fitted.");
  const {width = 640} = options;
  const beside = width >= phone;
  const labels = kinds.flatMap((kind) => [kind.label, ...kind.options]);
  const left = beside ? 28 + Math.max(60, ...labels.map((label) => textWidth(label))) : 40;
  const step = (width - left - right) / fits.length;
  const frame = {width, left, right, beside, step, keys: fits.map(fitKey)};
  return element(
    "div",
    {class: "choice-map-plot"},
    curve(fits, options, frame),
    ChoiceMatrix(fits, kinds, frame)
  );
}

function curve(
  fits: readonly LookedFit[],
  {outcome, title}: ChoiceMapOptions,
  {width, left, step, keys}: MatrixFrame
): Drawing {
  const shown = (["other", "published", "untrusted"] as const).filter((kind) =>
    fits.some((fit) => lookOf(fit) === kind)
  );
  const key = shown.map((kind) => ({label: lookNames[kind], look: fitLooks[kind]}));
  const lines = wrapText(title, width - 16, fontSize.note);
  const marginTop = 18 + keyHeight(key, width) + 16 * lines.length;
  const note = {fill: palette.muted, fontSize: fontSize.note} as const;
  return drawing(
    {width},
    {
      ...{marginLeft: left, marginRight: right, marginTop, marginBottom: 6},
      height: marginTop + curveHeight + 6,
      x: {axis: null, domain: [0, fits.length]},
      y: {nice: true, zero: true},
      marks: [
        gridY({ticks: 6, stroke: palette.grid, strokeOpacity: 1}),
        axisY({ticks: 6, tickSize: 0, tickFormat: signedTick, label: null, ...note}),
        ruleY([0], {stroke: palette.complete}),
        text([lines.join("\n")], {
          ...{frameAnchor: "top-left", lineAnchor: "bottom", textAnchor: "start"},
          ...{dx: 8 - left, dy: -14, fill: palette.ink, fontSize: fontSize.note}
        }),
        // Below the marks, which are drawn kind by kind: the keyboard goes by what comes first.
        targets(fits, keys, {x1: (_, i) => i, x2: (_, i) => i + 1}),
        shown.map((kind) => fitMarks(fits, kind, {outcome, step, keys})),
        text(["no effect"], {
          ...{...note, y: 0, frameAnchor: "right", textAnchor: "end", dy: -7},
          ...{stroke: palette.paper, strokeWidth: 4, pointerEvents: "none"}
        }),
        keyLine(key, {width, left: left - 8, top: marginTop})
      ]
    }
  );
}
