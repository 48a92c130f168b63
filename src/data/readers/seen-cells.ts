// What a first look at the cells of a column tells: numbers, in which spelling, or texts.
import {isMissingText, spellings, spelt, type Spelling} from "./cell-text.js";

/** A column as far as it was looked at. */
export class SeenCells {
  /** The spellings that every cell so far agrees with; none of a column of texts. */
  private possible: readonly Spelling[] = spellings;
  private numbers = 0;
  private others = 0;
  private first: {row: number; text: string} | null = null;

  /** Takes in the cell of `row`, counted from 1 with the header. */
  look(cell: string, row: number): void {
    if (isMissingText(cell)) return;
    // Most cells of most columns are plain numbers.
    if (this.possible[0] === "point" && !Number.isNaN(spelt(cell, "point"))) this.numbers += 1;
    else this.lookCloser(cell, row);
  }

  private lookCloser(cell: string, row: number): void {
    const fitting = spellings.filter((spelling) => !Number.isNaN(spelt(cell, spelling)));
    const left = this.possible.filter((spelling) => fitting.includes(spelling));
    if (fitting.length > 0) this.numbers += 1;
    if (left.length > 0) {
      this.possible = left;
      return;
    }
    this.possible = [];
    if (fitting.length > 0 && this.others > 0) return;
    this.others += 1;
    this.first ??= {row, text: cell.trim()};
  }

  /** How its numbers are spelt; undefined of texts. */
  get spelling(): Spelling | undefined {
    return this.possible.at(0);
  }

  /** A sentence on what a reader should know of column `name`; none where there is nothing. */
  oddity(name: string): string[] {
    const {spelling, numbers, others, first} = this;
    if (numbers > 0 && spelling === "comma") return [`In ${name} the comma is the decimal mark.`];
    if (numbers > 0 && spelling === "thousands") return [`In ${name} commas separate thousands.`];
    if (!first || numbers < 20 * others) return [];
    const why = others === 1 ? "one cell" : `${String(others)} cells`;
    return [
      `Column ${name} is text because of ${why}: row ${String(first.row)} has “${first.text.slice(0, 30)}” where others have numbers.`
    ];
  }
}
