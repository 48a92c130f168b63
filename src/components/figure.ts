// The frame of every figure: finding, drawing, readout, caption, warnings, table and downloads.
import {DataTable} from "./data-table.js";
import {element} from "./dom.js";
import type {Highlight} from "./highlight.js";
import {keepDrawn, type Drawable} from "./stage.js";
import {TakeMenu, type Rows} from "./take.js";
import {rowsOf} from "./taken-table.js";
import {standInText} from "./warnings.js";

export {standInText} from "./warnings.js";

/** What a figure says and offers besides its drawing. */
export interface FigureOptions {
  readonly id: string;
  readonly number?: number | undefined;
  /** A finding or a question, not a topic. */
  readonly title: string;
  /** What is drawn, the level and kind of every interval, the estimand, n, then the reading. */
  readonly caption: string;
  /** Its title's rank: a section holds figures, but for one that leads a page. */
  readonly heading?: "h2" | "h3" | undefined;
  /** What the figure shows, for its table and its downloads. */
  readonly rows: Rows;
  /** The downloads' file name without its ending. */
  readonly name: string;
  readonly headings?: Readonly<Record<string, string>> | undefined;
  readonly standIn?: boolean | undefined;
  /** Why the fit cannot be trusted; empty when it can. */
  readonly unconverged?: string | undefined;
  readonly highlight?: Highlight | undefined;
  /** The sentence of a group, for the readout and the tooltip. */
  readonly readout?: ((group: string) => string) | undefined;
  /** All groups in order, where a reader may drag over a run of them. */
  readonly order?: (() => readonly string[]) | undefined;
  /** Pixels kept free before the first drawing, so that nothing jumps. */
  readonly height?: number | undefined;
  /** The width of the first drawing where the document has no layout. */
  readonly width?: number | undefined;
}

const toPoint = "Point at a group, or tab to the figure and use the arrow keys, for exact numbers.";
const toDrag =
  "Drag over rows, or hold Shift with the arrow keys, to highlight several in all figures.";

/**
 * How to get at exact numbers and, where rows stand in an order, at several; the style sheet shows the sentence that
 * fits the reader's device, a finger's or the other, and neither on paper.
 */
function hint(order: FigureOptions["order"]): readonly HTMLElement[] {
  return [
    element("span", {class: "for-pointer"}, order ? `${toPoint} ${toDrag}` : toPoint),
    element("span", {class: "for-touch"}, "Tap a group for exact numbers.")
  ];
}

/**
 * The figure with its frame. A function is drawn again whenever the width changes, and joined to
 * `highlight` each time.
 */
export function Figure(drawing: Drawable, options: FigureOptions): HTMLElement {
  const {id, caption, highlight, readout, order} = options;
  const warnings = [
    ...(options.standIn ? [standInText] : []),
    ...(options.unconverged ? [`Not to be trusted: ${options.unconverged}`] : [])
  ];
  const number = options.number === undefined ? null : `Figure ${options.number}`;
  const chart = element("div", {class: "chart", style: `min-height:${options.height ?? 0}px`});
  const output = readout && element("p", {class: "readout", "aria-live": "polite"}, ...hint(order));
  const title = [number, options.title].filter(Boolean).join(". ");
  const take = TakeMenu({...options, title, warnings}, () => chart);
  const connection = highlight && readout && {highlight, readout, output, order};
  keepDrawn(chart, drawing, {
    labelledBy: `${id}-title`,
    firstWidth: options.width ?? 640,
    connection
  });
  return element(
    "figure",
    {id, class: "figure", "aria-labelledby": `${id}-title`},
    ...warnings.map((warning) => element("p", {class: "figure-warning"}, warning)),
    element(
      options.heading ?? "h3",
      {id: `${id}-title`, class: "figure-title"},
      number && element("span", {class: "figure-number"}, number),
      options.title
    ),
    chart,
    output,
    element("figcaption", {}, caption),
    element("div", {class: "figure-foot"}, ...tableToggle(options), take)
  );
}

/** The tables a reader has opened, which stay open when a control replaces their figure. */
const openTables = new Set<string>();

function tableToggle({id, title, rows, headings}: FigureOptions): readonly HTMLElement[] {
  const box = element("div", {id: `${id}-table`, class: "figure-table"});
  const toggle = (): void => {
    if (!openTables.delete(id)) openTables.add(id);
    show();
  };
  const button = element("button", {type: "button", "aria-controls": box.id, onclick: toggle});
  const show = (): void => {
    box.hidden = !openTables.has(id);
    if (!box.hidden && !box.hasChildNodes()) {
      box.append(DataTable(rowsOf(rows), {caption: title, headings}));
    }
    button.setAttribute("aria-expanded", String(!box.hidden));
    button.textContent = box.hidden ? "Show as table" : "Hide the table";
  };
  show();
  return [button, box];
}
