// All groups in a grid of two ordered modifiers, with the groups of two others inside each panel.
import {drawing, effectAxis, nothing, phone, pixels, zeroLine} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {estimateMarks} from "./estimate-marks.js";
import type {SeriesLook} from "./estimate-marks.js";
import {gridLabels} from "./grid-labels.js";
import {layOutGrid, slotHeight} from "./grid-slots.js";
import type {GroupGridOptions, Slot} from "./grid-slots.js";
import {keyHeight, keyLine} from "./key-line.js";
import {palette} from "./palette.js";
import {referenceBand} from "./reference-band.js";
import {targets} from "./targets.js";
import type {EffectRow} from "./types.js";

const kinds: readonly SeriesLook[] = [
  {color: palette.second, hollow: true},
  {color: palette.second, hollow: true, symbol: "diamond"},
  {color: palette.partial},
  {color: palette.partial, symbol: "diamond"}
];

/** A panel per pair of levels, highest row on top; a combination without a group says so. */
export function GroupGrid(rows: readonly EffectRow[], options: GroupGridOptions): Drawing {
  const {width = 640, outcome, across, down, rung = "partial"} = options;
  if (rows.length === 0) return nothing(options, "No group is selected; widen the selection.");
  const r = width < phone ? 2.5 : 3.5;
  const {slots, names, pitch} = layOutGrid(rows, options);
  const series = names.map((label, i) => ({
    label,
    look: {...(kinds[i % kinds.length] ?? {color: palette.partial}), r}
  }));
  const height = pitch * down.levels.length;
  const marginLeft = 34;
  const marginTop = 58 + keyHeight(series, width);
  const found = slots.filter((slot): slot is Slot & {row: EffectRow} => slot.row !== undefined);
  return drawing(options, {
    marginLeft,
    marginRight: 8,
    marginTop,
    marginBottom: 56,
    height: marginTop + height + 56,
    x: {zero: true},
    y: pixels(height),
    fx: {axis: null, padding: 0.06, domain: across.levels.map((_, i) => i)},
    marks: [
      effectAxis(width, `${options.title ?? outcome.unit} (line at 0: no effect)`, {
        ticks: width < phone ? 2 : 4
      }),
      referenceBand(options.band, options, {dy: null}),
      zeroLine(""),
      series.map(({look}, kind) =>
        estimateMarks(
          found.flatMap(({row, fx, y, kind: own}) => {
            const estimate = row.rungs[rung];
            return own === kind && estimate ? [{group: row.group, fx, y, estimate}] : [];
          }),
          look,
          options
        )
      ),
      gridLabels(slots, options, {pitch, marginLeft}),
      targets(
        found,
        found.map(({row}) => row.group),
        {
          fx: "fx",
          y1: (d: Slot) => d.y - slotHeight / 2,
          y2: (d: Slot) => d.y + slotHeight / 2
        }
      ),
      keyLine(series, {width, left: marginLeft - 8, top: marginTop})
    ]
  });
}
