// Where the label of a row has room beside its interval.
import {fontSize} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import type {PlacedRow} from "./panel-stack.js";
import {textWidth, wrapText} from "./text-width.js";
import type {Rung} from "./types.js";

const size = fontSize.note;
const mostLines = 6;

export type Side = "lower" | "upper";

export interface CompactOptions extends DrawingOptions {
  readonly rung?: Rung;
  readonly compare?: Rung;
}

/** The ends, on a side, of all intervals drawn for the rows. */
export function edgesOf(
  rows: readonly PlacedRow[],
  side: Side,
  {rung = "partial", compare, interval = 95}: CompactOptions
): number[] {
  const drawn = compare ? [rung, compare] : [rung];
  const edges = rows.flatMap(({row}) => drawn.map((which) => row.rungs[which]?.[side][interval]));
  return edges.filter((edge) => edge !== undefined).filter(Number.isFinite);
}

/** What a label stands among. */
export interface Around {
  readonly column: readonly PlacedRow[];
  readonly columns: number;
  readonly height: number;
  /** The smallest and the largest effect on the axis. */
  readonly span: readonly [number, number];
}

/** Lines of a label, the end of the intervals beside it, and how far from the top they begin, in pixels. */
export interface Place {
  readonly side: Side;
  readonly lines: readonly string[];
  readonly edge: number;
  readonly from: number;
}

/** The label's lines and place on a side of its interval; undefined where it would not fit. */
export function placeBeside(
  end: PlacedRow,
  side: Side,
  label: string,
  {column, columns, height, span}: Around,
  options: CompactOptions
): Place | undefined {
  const left = side === "lower";
  const at = (tall: number): {edge: number; from: number; room: number} => {
    const from = Math.max(0, Math.min(height - tall, left ? end.top : end.bottom - tall));
    const beside = column.filter(({y}) => y > from - 3 && y < from + tall + 3);
    const edges = edgesOf(beside, side, options);
    const edge = left ? Math.min(...edges) : Math.max(...edges);
    const share = (left ? edge - span[0] : span[1] - edge) / (span[1] - span[0]);
    // A little is kept back, since a nice axis is longer than what is drawn on it.
    return {edge, from, room: 0.92 * share * ((options.width ?? 640) / columns) - 20};
  };
  for (let count = 1; count <= mostLines; count += 1) {
    const place = at(1.3 * size * count);
    const lines = wrapText(label, Math.min(340, place.room), size);
    const fits = lines.every((line) => textWidth(line, size) <= place.room);
    if (fits && lines.length <= count) return {side, lines, ...place};
  }
  return undefined;
}
