// The original study's cell means, and where their lines stand in pixels.
import {signedText} from "./format.js";
import {pText} from "./means-table.js";
import type {Estimate} from "./types.js";

/** The mean of one cell, in the outcome's own scale. */
export interface MeanCell {
  readonly label: string;
  readonly n: number;
  readonly original: Estimate;
  /** What the model expects there; undefined when it has no such cell. */
  readonly model?: Estimate;
}

/** One of the original tables: rows of cells, with the test that was printed for each row. */
export interface MeansPanel {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly MeanCell[];
    readonly test: {readonly label: string; readonly difference: number; readonly p: number};
  }[];
}

/** A title, a row or a cell, and the middle of its line. */
export interface Line {
  readonly y: number;
  readonly text: string;
  readonly note?: string;
  readonly cell?: MeanCell;
  /** A cell's own name, the words from its panel down to it. */
  readonly group?: string;
}

const heights = {title: 34, row: 26, cell: 30} as const;

/** The name of a cell, unique within a figure: "Trade, Trump voters, Russia". */
export function cellName(...words: readonly [panel: string, row: string, cell: string]): string {
  return words.join(", ");
}

/** The lines of all panels from top to bottom. */
export function layOutMeans(panels: readonly MeansPanel[]): {
  titles: Line[];
  rows: Line[];
  cells: Line[];
  height: number;
} {
  const titles: Line[] = [];
  const rows: Line[] = [];
  const cells: Line[] = [];
  let y = 0;
  for (const panel of panels) {
    titles.push({y: y + heights.title / 2, text: panel.title});
    y += heights.title;
    for (const {label, cells: members, test} of panel.rows) {
      rows.push({y: y + heights.row / 2, text: label, note: testText(test)});
      y += heights.row;
      for (const cell of members) {
        const group = cellName(panel.title, label, cell.label);
        cells.push({y: y + heights.cell / 2, text: cell.label, cell, group});
        y += heights.cell;
      }
    }
  }
  return {titles, rows, cells, height: y};
}

/** "Germany − Russia +1.34, p < .001". */
function testText({label, difference, p}: MeansPanel["rows"][number]["test"]): string {
  return `${label} ${signedText(difference, 2)}, ${pText(p)}`;
}
