// What a group grid is told, and where each combination of levels stands in it.
import type {DrawingOptions} from "./drawing.js";
import type {Band} from "./reference-band.js";
import type {EffectRow, Modifier, Rung} from "./types.js";

/** How to draw the grid. */
export interface GroupGridOptions extends DrawingOptions {
  /** The modifier of the columns. */
  readonly across: Modifier;
  /** The modifier of the rows. */
  readonly down: Modifier;
  /** Two modifiers of two levels: the first is told by colour and fill, the second by shape. */
  readonly within: readonly [Modifier, Modifier];
  readonly rung?: Rung;
  readonly title?: string;
  /** An average to read the groups against. */
  readonly band?: Band | undefined;
}

/** One combination of levels; `row` is missing where nobody has it. */
export interface Slot {
  readonly fx: number;
  readonly y: number;
  readonly kind: number;
  readonly row: EffectRow | undefined;
}

/** Pixels of height of a slot. */
export const slotHeight = 13;
const panelGap = 16;

/**
 * Every combination of levels, panel by panel from the highest row; the names of the combinations
 * inside a panel; and the height of a line of panels.
 */
export function layOutGrid(
  rows: readonly EffectRow[],
  {across, down, within}: GroupGridOptions
): {slots: Slot[]; names: string[]; pitch: number} {
  const inside = within[0].levels.flatMap((a) => within[1].levels.map((b) => [a, b] as const));
  const pitch = inside.length * slotHeight + panelGap;
  const key = (...levels: (string | undefined)[]): string => levels.join("\u0000");
  const names = [down, across, ...within].map(({name}) => name);
  const index = new Map(rows.map((row) => [key(...names.map((name) => row.levels[name])), row]));
  const slots = [...down.levels].reverse().flatMap((up, line) =>
    across.levels.flatMap((right, fx) =>
      inside.map(([a, b], kind) => ({
        fx,
        y: line * pitch + panelGap / 2 + (kind + 0.5) * slotHeight,
        kind,
        row: index.get(key(up, right, a, b))
      }))
    )
  );
  return {slots, names: inside.map(([a, b]) => `${a} ${b.toLowerCase()}`), pitch};
}
