// Boxplots of the groups' effects by the levels of each modifier, with every group as a point.
import type {Markish} from "@observablehq/plot";
import {boxX, dot, text} from "../vendor/plot.js";
import {inBoxes, layOutBoxes} from "./box-layout.js";
import type {Band, BoxPoint, ModifierBoxesOptions} from "./box-layout.js";
import {levelAnswers} from "./level-answers.js";
import {drawing, effectAxis, fontSize, nothing, phone, zeroLine} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import {swarm} from "./swarm.js";
import {textWidth} from "./text-width.js";
import type {EffectRow} from "./types.js";

const bandHeight = 44;

/**
 * One panel per modifier, one row per level: the box runs from the lower to the upper quartile of
 * the groups' point estimates, its bar is their median, and points are sized by n; levels of a few groups have no box.
 * Where a level has an
 * estimate of its own, that stands in place of the box.
 */
export function ModifierBoxes(rows: readonly EffectRow[], options: ModifierBoxesOptions): Drawing {
  const {width = 640, outcome, modifiers, modifier, title = outcome.unit} = options;
  const shown = modifiers.filter(({name}) => modifier === undefined || name === modifier);
  if (rows.length === 0 || shown.length === 0) {
    return nothing(options, "No group or no modifier is selected; widen the selection.");
  }
  const columns = width > phone * 1.2 && shown.length > 1 ? 2 : 1;
  const {points, bands, answers, slots} = layOutBoxes(rows, shown, {...options, columns});
  const height = slots * bandHeight;
  const marginLeft = 24 + Math.max(...bands.filter((b) => b.note).map((b) => labelWidth(b)));
  return drawing(options, {
    marginLeft,
    marginRight: 12,
    marginTop: 24,
    marginBottom: 56,
    height: height + 80,
    x: {nice: true, zero: true},
    y: {
      axis: null,
      type: "band",
      padding: 0.16,
      domain: Array.from({length: slots}, (_, i) => String(i))
    },
    // The labels of a panel stand in the gap to its left.
    ...(columns > 1 && {fx: {axis: null, padding: (2 * marginLeft) / width}}),
    r: {range: [1.5, width < phone ? 4.5 : 6]},
    marks: [
      // The title is centred under the panels, so that less room is left of it than of the figure.
      effectAxis(width - marginLeft + 12, title, {ticks: width / columns / 65}),
      zeroLine(),
      boxMarks(points, columns, answers.length === 0),
      levelAnswers(answers, columns, options),
      labelMarks(bands, columns, marginLeft)
    ]
  });
}

function labelWidth({text: label, note = ""}: Band): number {
  return Math.max(textWidth(label), textWidth(note, fontSize.note));
}

function boxMarks(points: readonly BoxPoint[], columns: number, boxed: boolean): Markish[] {
  const place = {x: "effect", y: "slot", ...(columns > 1 && {fx: "fx"})};
  return [
    // Every group is drawn as a point below, so the box has no outliers of its own.
    boxed
      ? boxX(inBoxes(points), {
          ...place,
          r: 0,
          fill: tint(palette.partial, 0.16),
          stroke: palette.ink,
          strokeWidth: 2,
          strokeOpacity: 0.75
        })
      : null,
    dot(points, {
      ...place,
      r: "n",
      initializer: swarm(bandHeight * 0.42),
      fill: palette.partial,
      fillOpacity: boxed ? 0.75 : 0.4,
      stroke: palette.paper,
      strokeWidth: 0.5,
      render: tagGroups(points.map(({group}) => group))
    })
  ];
}

function labelMarks(bands: readonly Band[], columns: number, marginLeft: number): Markish[] {
  const place = {
    y: "slot",
    ...(columns > 1 && {fx: "fx"}),
    frameAnchor: "left",
    textAnchor: "start",
    dx: 8 - marginLeft,
    fill: palette.ink,
    stroke: palette.paper,
    strokeWidth: 4
  } as const;
  const levels = bands.filter(({note}) => note !== undefined);
  return [
    text(
      bands.filter(({note}) => note === undefined),
      {...place, text: "text", fontWeight: 600, dy: 12}
    ),
    text(levels, {...place, text: "text", dy: -8}),
    text(levels, {...place, text: "note", dy: 8, fill: palette.muted, fontSize: fontSize.note})
  ];
}
