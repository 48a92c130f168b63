// Stacks the rows of panels in pixels: headings, rows and the gaps between.
import type {EffectRow, Modifier} from "./types.js";

/** A row with its place; `y` is the middle of its interval, `top` and `bottom` bound the row. */
export interface PlacedRow {
  readonly row: EffectRow;
  readonly fx: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

/** A panel's name and where it stands. */
export interface Heading {
  readonly text: string;
  readonly fx: number;
  readonly y: number;
}

/** Everything placed, and the height that it takes. */
export interface Stack {
  readonly rows: readonly PlacedRow[];
  readonly headings: readonly Heading[];
  readonly columns: number;
  readonly height: number;
}

/** Panels by one or two modifiers: `fx` side by side where `columns` allows, `fy` below each other. */
export interface Facets {
  readonly fx?: Modifier;
  readonly fy?: Modifier;
}

const headingHeight = 26;
const gap = 10;

/**
 * Places sorted rows. Panels of one line share their height, that of the fullest. A row's interval
 * lies `drop` pixels below the row's middle, which leaves room for a label above it.
 */
export function stackPanels(
  rows: readonly EffectRow[],
  facets: Facets,
  {rowHeight, columns, drop = 0}: {rowHeight: number; columns: boolean; drop?: number}
): Stack {
  const placed: PlacedRow[] = [];
  const headings: Heading[] = [];
  let top = 0;
  for (const line of panelLines(rows, facets, columns)) {
    const titled = line.some(({title}) => title !== "");
    const start = top + (titled ? headingHeight : 0);
    line.forEach(({title, members}, fx) => {
      if (title !== "") headings.push({text: title, fx, y: top + headingHeight / 2});
      members.forEach((row, i) => {
        const edge = start + i * rowHeight;
        const middle = edge + rowHeight / 2;
        placed.push({row, fx, y: middle + drop, top: edge, bottom: edge + rowHeight});
      });
    });
    const fullest = Math.max(0, ...line.map(({members}) => members.length));
    top = start + fullest * rowHeight + gap;
  }
  const widest = columns ? (facets.fx?.levels.length ?? 1) : 1;
  return {rows: placed, headings, columns: widest, height: Math.max(0, top - gap)};
}

/** Sorted rows in the order in which panels below and beside each other hold them. */
export function panelOrder(rows: readonly EffectRow[], facets: Facets): readonly EffectRow[] {
  return panelLines(rows, facets, false).flatMap((line) => line.flatMap(({members}) => members));
}

interface Panel {
  readonly title: string;
  readonly members: readonly EffectRow[];
}

function panelLines(rows: readonly EffectRow[], {fx, fy}: Facets, columns: boolean): Panel[][] {
  const levelsOf = (modifier?: Modifier): readonly (string | null)[] => modifier?.levels ?? [null];
  const inside = (row: EffectRow, modifier: Modifier | undefined, level: string | null): boolean =>
    !modifier || row.levels[modifier.name] === level;
  // A bare number needs the name of what it counts.
  const name = (level: string | null, modifier?: Modifier): string =>
    level !== null && /^\d+$/.test(level) ? `${modifier?.label ?? ""} ${level}` : (level ?? "");
  const grid = levelsOf(fy).map((down) =>
    levelsOf(fx).map((across) => ({
      title: [name(down, fy), name(across, fx)].filter((part) => part !== "").join(", "),
      members: rows.filter((row) => inside(row, fy, down) && inside(row, fx, across))
    }))
  );
  const lines = columns ? grid : grid.flat().map((panel) => [panel]);
  return lines.filter((line) => line.some(({members}) => members.length > 0));
}
