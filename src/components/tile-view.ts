// All groups as tiles: four modifiers at once, the effect as a number on a colour.
import type {Markish} from "@observablehq/plot";
import {rect, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing, phone, pixels} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {effectNumber} from "./format.js";
import {tagGroups} from "./highlight.js";
import {palette} from "./palette.js";
import {layOutTiles} from "./tile-layout.js";
import type {Tile, TileGrid, TileViewOptions} from "./tile-layout.js";
import {tileColor, tileKey} from "./tile-key.js";
import {targets} from "./targets.js";
import type {EffectRow, Rung} from "./types.js";

const marginTop = 56;

interface Filled {
  readonly x: number;
  readonly y: number;
  readonly group: string;
  readonly effect: number;
  /** Whether the interval includes no effect. */
  readonly open: boolean;
}

/**
 * A tile per group, its fill the size of the effect from paper (none). A tile is small and its number
 * slanted where the interval includes no effect; a combination without a group says so.
 */
export function TileView(rows: readonly EffectRow[], options: TileViewOptions): Drawing {
  const {width = 640, rung = "partial", point = "median", interval = 95} = options;
  if (rows.length === 0) return nothing(options, "No group is selected; widen the selection.");
  const grid = layOutTiles(rows, options);
  const filled = grid.tiles.flatMap(({row, x, y}): Filled[] => {
    const estimate = row?.rungs[rung];
    if (!row || !estimate || !Number.isFinite(estimate[point])) return [];
    const open = estimate.lower[interval] <= 0 && estimate.upper[interval] >= 0;
    return [{x, y, group: row.group, effect: estimate[point], open}];
  });
  const effects = filled.map(({effect}) => effect);
  const low = Math.min(0, ...effects);
  const largest = Math.max(...effects.map(Math.abs)) || 1;
  return drawing(options, {
    marginLeft: 0,
    marginRight: 0,
    marginTop,
    marginBottom: 8,
    height: marginTop + grid.height + 8,
    x: {axis: null, type: "linear", domain: [0, width]},
    y: pixels(grid.height),
    marks: [
      tileMarks(filled, {size: grid.size, largest}, options),
      frameMarks(grid, rung),
      targets(
        filled,
        filled.map(({group}) => group),
        {x1: "x", x2: (d: Filled) => d.x + grid.size, y1: "y", y2: (d: Filled) => d.y + grid.size}
      ),
      tileKey({
        ...options,
        low,
        largest: Math.max(0, ...effects),
        some: filled.some(({open}) => open),
        top: marginTop,
        narrow: width < phone
      })
    ]
  });
}

function tileMarks(
  filled: readonly Filled[],
  {size, largest}: {size: number; largest: number},
  {outcome}: TileViewOptions
): Markish[] {
  const tag = (tiles: readonly Filled[]) => tagGroups(tiles.map(({group}) => group));
  const shrink = ({open}: Filled): number => (open ? size * 0.13 : 0.75);
  const [sure, unsure] = [filled.filter(({open}) => !open), filled.filter(({open}) => open)];
  const number = {
    x: (d: Filled) => d.x + size / 2,
    y: (d: Filled) => d.y + size / 2,
    text: (d: Filled) => effectNumber(d.effect, outcome),
    fill: palette.ink,
    fontSize: size < 34 ? 11 : fontSize.label
  };
  return [
    rect(filled, {
      x1: (d: Filled) => d.x + shrink(d),
      x2: (d: Filled) => d.x + size - shrink(d),
      y1: (d: Filled) => d.y + shrink(d),
      y2: (d: Filled) => d.y + size - shrink(d),
      rx: 2,
      fill: (d: Filled) => tileColor(d.effect / largest),
      stroke: palette.muted,
      strokeOpacity: 0.35,
      render: tag(filled)
    }),
    text(sure, {...number, fontWeight: 600, render: tag(sure)}),
    text(unsure, {...number, fontStyle: "italic", render: tag(unsure)})
  ];
}

function frameMarks(grid: TileGrid, rung: Rung): Markish[] {
  const empty = grid.tiles.filter(({row}) => row?.rungs[rung] === undefined);
  const at = {x: "x", y: "y", text: "text"} as const;
  const quiet = {...at, fill: palette.muted, fontSize: fontSize.note} as const;
  return [
    text(grid.titles, {...at, textAnchor: "start", fontWeight: 600, fill: palette.ink}),
    text(grid.columns, quiet),
    text(grid.rows, {...quiet, textAnchor: "end"}),
    text(grid.names, {...quiet, textAnchor: "start"}),
    text(empty, {
      x: (d: Tile) => d.x + grid.size / 2,
      y: (d: Tile) => d.y + grid.size / 2,
      text: () => "no one",
      fill: palette.muted,
      fontSize: 10
    })
  ];
}
