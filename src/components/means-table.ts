// A printed table of cell means with its t-tests, as it was in the original study.
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {numberText, signedText} from "./format.js";

/** A difference with its test. */
export interface MeansTest {
  readonly difference: number;
  readonly t: number;
  readonly p: number;
}

/** One printed table: rows by columns of means, a test for each row and for each column. */
export interface MeansTableData {
  readonly title: string;
  /** The second is taken from the first. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly {readonly mean: number; readonly n: number}[];
    readonly test: MeansTest;
  }[];
  readonly across: {readonly label: string; readonly tests: readonly MeansTest[]};
}

/** The table, with n beside each mean and each difference followed by t and p. */
export function MeansTable({title, columns, rows, across}: MeansTableData): HTMLElement {
  const head = ["", ...columns, columns.join(" \u2212 ")].map((text) =>
    text === "" ? element("td") : element("th", {scope: "col", class: "number"}, text)
  );
  const body = rows.map(({label, cells, test}) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, label),
      ...cells.map(({mean, n}) =>
        element(
          "td",
          {class: "number"},
          numberText(mean, 2),
          element("span", {class: "n"}, ` n = ${numberText(n)}`)
        )
      ),
      testCell(test)
    )
  );
  const foot = element(
    "tr",
    {},
    element("th", {scope: "row"}, across.label),
    ...across.tests.map(testCell),
    element("td")
  );
  return ScrollBox(
    title,
    element(
      "table",
      {class: "means"},
      element("caption", {}, title),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body),
      element("tfoot", {}, foot)
    )
  );
}

/** A p-value as text: `p = .02`, `p < .001`. */
export function pText(p: number): string {
  if (!Number.isFinite(p)) return "p unknown";
  if (p < 0.001) return "p < .001";
  return `p = ${numberText(p, p < 0.1 ? 3 : 2).replace(/^0/, "")}`;
}

/** A sign is not parted from its number at the end of a line. */
function together(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

function testCell({difference, t, p}: MeansTest): HTMLTableCellElement {
  return element(
    "td",
    {class: "number"},
    signedText(difference, 2),
    element("span", {class: "n"}, ` ${together(`t = ${numberText(t, 2)}`)}, ${together(pText(p))}`)
  );
}
