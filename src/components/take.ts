// The quiet menu under a figure: its rows as CSV, Arrow and Parquet, its picture as SVG and PNG.
import {element} from "./dom.js";
import {embeddedFont} from "./font-face.js";
import {picture, pictureText, pngOf, type PictureText} from "./picture.js";
import {TakeButton} from "./take-button.js";
import {tableFormats} from "./table-files.js";
import {rowsOf, tableOfRows, type Rows} from "./taken-table.js";

export type {Row, Rows} from "./taken-table.js";

/** What the menu offers. */
export interface Takeable extends PictureText {
  /** The file name without its ending. */
  readonly name: string;
  readonly rows: Rows;
}

/** The menu; `chart` is asked for the drawing at the moment of the click. */
export function TakeMenu(figure: Takeable, chart: () => Element): HTMLElement {
  const svg = async (): Promise<SVGSVGElement> => {
    const family = getComputedStyle(chart()).fontFamily.split(",")[0] ?? "";
    return picture(chart(), {...figure, fonts: await embeddedFont(family.replaceAll(/["']/g, ""))});
  };
  const status = element("p", {class: "take-status", role: "status"});
  const summary = element("summary", {}, "Download");
  const ondone = (): void => {
    menu.open = false;
    summary.focus({preventScroll: true});
  };
  const item = (label: string, ending: string, make: () => Blob | Promise<Blob>): HTMLElement =>
    element("li", {}, TakeButton({label, file: `${figure.name}.${ending}`, make, status, ondone}));
  const data = tableFormats.map(({name, ending, write}) =>
    item(`Data as ${name}`, ending, () => write(tableOfRows(rowsOf(figure.rows), figure.warnings)))
  );
  const menu = element(
    "details",
    {class: "take"},
    summary,
    element(
      "div",
      {class: "take-list"},
      element(
        "ul",
        {},
        ...data,
        item("Picture as SVG", "svg", async () => {
          return new Blob([pictureText(await svg())], {type: "image/svg+xml"});
        }),
        item("Picture as PNG", "png", async () => pngOf(await svg()))
      ),
      status
    )
  );
  closeLikeAMenu(menu);
  return menu;
}

/** Escape and a press outside close the list; opened at the window's edge it is brought into sight. */
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
    if (menu.open) {
      document.addEventListener("pointerdown", outside);
      menu.querySelector(".take-list")?.scrollIntoView({block: "nearest"});
    } else document.removeEventListener("pointerdown", outside);
  });
}
