// The quiet menu under a figure: its rows as CSV and Arrow, its picture as SVG and PNG.
import {element} from "./dom.js";
import {embeddedFont} from "./font-face.js";
import {picture, pngOf, type PictureText} from "./picture.js";
import {float64, int32, tableFromArrays, tableToIPC} from "../vendor/arrow.js";
import {csvFormat} from "../vendor/d3.js";

/** A row of a figure's data: plain values by column name. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What the menu offers. */
export interface Takeable extends PictureText {
  /** The file name without its ending. */
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The rows with the warnings as a last column `note`, when there are any. */
export function notedRows({rows, warnings}: Takeable): readonly Row[] {
  return warnings.length === 0 ? rows : rows.map((row) => ({...row, note: warnings.join(" ")}));
}

/** The rows as CSV text, numbers in full precision; what is not a number stays empty. */
export function csvOf(figure: Takeable): string {
  const blank = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, Number.isNaN(value) ? null : value])
    );
  return `${csvFormat(notedRows(figure).map(blank))}\n`;
}

/** The rows as an Arrow IPC stream: whole numbers as Int32, other numbers as Float64. */
export function arrowOf(figure: Takeable): Uint8Array<ArrayBuffer> {
  const rows = notedRows(figure);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => [name, rows.map((row) => row[name] ?? null)] as const);
  // Left alone, the codec takes the narrowest integer that fits, and files would not stack.
  const types = columns.flatMap(([name, values]) => {
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length === 0) return [];
    return [[name, numbers.every(Number.isInteger) ? int32() : float64()] as const];
  });
  const table = tableFromArrays(Object.fromEntries(columns), {types: Object.fromEntries(types)});
  const bytes = tableToIPC(table, {format: "stream"});
  if (bytes === null) throw new Error("missing bytes: the Arrow stream has no sink");
  return Uint8Array.from(bytes);
}

/** The menu; `chart` is asked for the drawing at the moment of the click. */
export function TakeMenu(figure: Takeable, chart: () => Element): HTMLElement {
  const item = (label: string, kind: string, make: () => Blob | Promise<Blob>): HTMLLIElement => {
    const take = async (): Promise<void> => save(await make(), `${figure.name}.${kind}`);
    const button = element("button", {type: "button", onclick: () => void take()}, label);
    return element("li", {}, button);
  };
  const svg = async (): Promise<SVGSVGElement> => {
    const family = getComputedStyle(chart()).fontFamily.split(",")[0] ?? "";
    return picture(chart(), {...figure, fonts: await embeddedFont(family.replaceAll(/["']/g, ""))});
  };
  const menu = element(
    "details",
    {class: "take"},
    element("summary", {}, "Take it"),
    element(
      "ul",
      {},
      item("Data as CSV", "csv", () => new Blob([csvOf(figure)], {type: "text/csv"})),
      item("Data as Arrow", "arrow", () => new Blob([arrowOf(figure)], {type: arrowType})),
      item(
        "Picture as SVG",
        "svg",
        async () => new Blob([(await svg()).outerHTML], {type: "image/svg+xml"})
      ),
      item("Picture as PNG", "png", async () => pngOf(await svg()))
    )
  );
  closeLikeAMenu(menu);
  return menu;
}

const arrowType = "application/vnd.apache.arrow.stream";

/** Escape and a press outside close the list. */
function closeLikeAMenu(menu: HTMLDetailsElement): void {
  const outside = (event: Event): void => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  };
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  menu.addEventListener("toggle", () => {
    if (menu.open) document.addEventListener("pointerdown", outside);
    else document.removeEventListener("pointerdown", outside);
  });
}

function save(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  element("a", {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
