// Rows as an accessible table in a box of its own that scrolls.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import type {Row} from "./take.js";

/** How a table reads. */
export interface DataTableOptions {
  readonly caption: string;
  /** Column name → heading; columns without one are shown under their name. */
  readonly headings?: Readonly<Record<string, string>> | undefined;
}

/**
 * The rows as a table: one column per key, the first a row header, numbers to three decimals. A
 * sentence instead when there are no rows.
 */
export function DataTable(rows: readonly Row[], options: DataTableOptions): HTMLElement {
  if (rows.length === 0) return element("p", {class: "empty"}, "This selection holds no rows.");
  const names = Object.keys(rows[0] ?? {});
  const numeric = new Set(
    names.filter((name) => rows.some((row) => typeof row[name] === "number"))
  );
  const kind = (name: string): string | undefined => (numeric.has(name) ? "number" : undefined);
  const cell = (row: Row, name: string, i: number): HTMLElement => {
    const text = cellText(row[name] ?? null);
    if (i === 0) return element("th", {scope: "row"}, text);
    return element("td", {class: kind(name)}, text);
  };
  const head = names.map((name) =>
    element("th", {scope: "col", class: kind(name)}, ...breakable(options.headings?.[name] ?? name))
  );
  const body = rows.map((row) => element("tr", {}, ...names.map((name, i) => cell(row, name, i))));
  return ScrollBox(
    options.caption,
    element(
      "table",
      {},
      element("caption", {}, options.caption),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body)
    )
  );
}

/** A box that a wide table scrolls in, reachable by keyboard and named for what it holds. */
export function ScrollBox(name: string, ...children: readonly Node[]): HTMLElement {
  return element(
    "div",
    {class: "scroll", role: "region", "aria-label": name, tabindex: 0},
    ...children
  );
}

/** A heading that may break after the low lines in it, so that its column is as narrow as its numbers. */
function breakable(heading: string): (Node | string)[] {
  return heading.split(/(?<=_)/).flatMap((part, i) => (i === 0 ? [part] : [element("wbr"), part]));
}

function cellText(value: Row[string]): string {
  if (typeof value === "number") {
    if (Number.isNaN(value)) return "\u2013";
    return numberText(value, Number.isInteger(value) ? 0 : 3);
  }
  return value === null ? "\u2013" : String(value);
}
