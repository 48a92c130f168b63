// What a caterpillar is told, and the series of estimates that follow from it.
import type {DrawingOptions} from "./drawing.js";
import {looks} from "./estimate-marks.js";
import type {PlacedEstimate, SeriesLook} from "./estimate-marks.js";
import type {KeyItem} from "./key-line.js";
import {palette} from "./palette.js";
import type {Facets, PlacedRow} from "./panel-stack.js";
import {rungNames} from "./sentence.js";
import type {Band} from "./reference-band.js";
import type {SortKey} from "./sort-rows.js";
import type {Modifier, Rung} from "./types.js";

/** How to draw a caterpillar. */
export interface CaterpillarOptions extends DrawingOptions {
  readonly rung?: Rung;
  /** A second estimate of each group, drawn hollow below the first. */
  readonly compare?: Rung;
  /** "effect" by default. */
  readonly sort?: SortKey;
  /** Needed to sort by a modifier. */
  readonly modifiers?: readonly Modifier[];
  readonly facets?: Facets;
  /** A modifier of two levels that colour and shape tell apart. */
  readonly mark?: Modifier;
  /** Thin rows, with labels for the extremes only; by default from 49 rows on. */
  readonly compact?: boolean;
  /** An average to read the groups against. */
  readonly band?: Band | undefined;
  /** Title of the axis; the outcome's unit by default. */
  readonly title?: string;
}

const levelLooks: readonly SeriesLook[] = [
  looks.partial,
  {color: palette.second, symbol: "diamond"}
];

/** One kind of estimate, how it looks, and where its points lie. */
export interface CaterpillarSeries extends KeyItem {
  readonly data: readonly PlacedEstimate[];
}

/** The series to draw: by levels of the marked modifier, or one; then the compared one. */
export function caterpillarSeries(
  rows: readonly PlacedRow[],
  {rung = "partial", compare, mark, facets}: CaterpillarOptions,
  compact: boolean
): CaterpillarSeries[] {
  const r = compact ? 2.5 : 4;
  const columns = facets?.fx && rows.some(({fx}) => fx > 0);
  const pick = (which: Rung, kept: readonly PlacedRow[]): PlacedEstimate[] =>
    kept.flatMap(({row, fx, y}) => {
      const estimate = row.rungs[which];
      return estimate ? [{group: row.group, y, estimate, ...(columns && {fx})}] : [];
    });
  const dy = compare ? (compact ? 1.75 : 4) : 0;
  const first = mark?.levels.map((level, i) => ({
    label: level,
    look: {...(levelLooks[i % levelLooks.length] ?? looks.partial), r, dy: -dy},
    data: pick(
      rung,
      rows.filter(({row}) => row.levels[mark.name] === level)
    )
  })) ?? [{label: rungNames[rung], look: {...lookOf(rung), r, dy: -dy}, data: pick(rung, rows)}];
  if (!compare) return first;
  return [
    ...first,
    {label: rungNames[compare], look: {...lookOf(compare), r, dy}, data: pick(compare, rows)}
  ];
}

function lookOf(rung: Rung): SeriesLook {
  return rung === "saturated" || rung === "additive" ? looks.ols : looks[rung];
}
