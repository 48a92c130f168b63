// What a tile view is told, and where the tiles of a tile view, and the words around them, stand in pixels.
import {phone} from "./drawing.js";
import type {DrawingOptions} from "./drawing.js";
import type {EffectRow, Modifier, Rung} from "./types.js";

/** How to draw the tiles. */
export interface TileViewOptions extends DrawingOptions {
  /** The modifier from left to right. */
  readonly across: Modifier;
  /** The modifier from bottom to top. */
  readonly down: Modifier;
  /** One panel per combination of the levels of these. */
  readonly panels: readonly Modifier[];
  readonly rung?: Rung;
  readonly title?: string;
}

/** One combination of levels; `row` is missing where nobody has it. */
export interface Tile {
  readonly row: EffectRow | undefined;
  readonly x: number;
  readonly y: number;
}

/** A piece of text and its place. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Square tiles of one `size`, titles of panels, names of levels, and names of the two modifiers. */
export interface TileGrid {
  readonly size: number;
  readonly height: number;
  readonly tiles: readonly Tile[];
  readonly titles: readonly Placed[];
  readonly columns: readonly Placed[];
  readonly rows: readonly Placed[];
  readonly names: readonly Placed[];
}

const head = 26;
const foot = 42;
const gap = 12;
const largestTile = 46;

/** Panels from left to right, two to a line on a phone and four elsewhere. */
export function layOutTiles(
  groups: readonly EffectRow[],
  {across, down, panels, width = 640}: TileViewOptions
): TileGrid {
  const combinations = panels.reduce<readonly (readonly string[])[]>(
    (all, {levels}) => all.flatMap((left) => levels.map((level) => [...left, level])),
    [[]]
  );
  const perLine = Math.min(combinations.length, width < phone * 1.2 ? 2 : 4);
  const margin = 12 + 7 * Math.max(...down.levels.map((level) => level.length));
  const wide = across.levels.length;
  const size = Math.min(largestTile, Math.floor(((width - margin) / perLine - gap) / wide));
  const panelHeight = head + size * down.levels.length + foot;
  const tiles: Tile[] = [];
  const titles: Placed[] = [];
  const columns: Placed[] = [];
  const rows: Placed[] = [];
  const names: Placed[] = [];
  combinations.forEach((combination, i) => {
    const x = margin + (i % perLine) * (size * wide + gap);
    const y = Math.floor(i / perLine) * panelHeight;
    const bottom = y + head + size * down.levels.length;
    titles.push({x, y: y + head / 2, text: combination.join(", ")});
    names.push({x, y: bottom + 26, text: `${across.label} \u2192`});
    across.levels.forEach((text, c) =>
      columns.push({x: x + (c + 0.5) * size, y: bottom + 10, text})
    );
    if (i % perLine === 0) {
      down.levels.forEach((text, d) =>
        rows.push({x: margin - 6, y: bottom - (d + 0.5) * size, text})
      );
    }
    across.levels.forEach((right, c) => {
      down.levels.forEach((up, d) => {
        const row = groups.find(
          ({levels}) =>
            levels[across.name] === right &&
            levels[down.name] === up &&
            panels.every(({name}, p) => levels[name] === combination[p])
        );
        tiles.push({row, x: x + c * size, y: bottom - (d + 1) * size});
      });
    });
  });
  names.unshift({x: 0, y: -6, text: `\u2191 ${down.label}`});
  const lines = Math.ceil(combinations.length / perLine);
  return {size, height: lines * panelHeight, tiles, titles, columns, rows, names};
}
