// Every table of a report, whole, in each format, with its rows and columns in words.
import {DataTable} from "./data-table.js";
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {TakeButton} from "./take-button.js";
import {tableFormats} from "./table-files.js";
import {tableOfArrow, tableOfRows, type Row} from "./taken-table.js";
import type {StudyCard} from "./study-types.js";
import type {TableCard} from "./table-types.js";
import {standInText} from "./warnings.js";

/** Where the tables come from. */
export interface WholeTablesOptions {
  readonly study: Pick<StudyCard, "id" | "stand_in" | "models">;
  /** The Arrow bytes of each table by its name, fetched when a reader asks. */
  readonly files: Readonly<Partial<Record<string, () => Promise<ArrayBuffer>>>>;
}

/** The tables of `cards` as a list; raises an error for one without a file. */
export function WholeTables(
  cards: readonly TableCard[],
  {study, files}: WholeTablesOptions
): HTMLElement {
  const warnings = warningsOf(study);
  const status = element("p", {class: "take-status", role: "status"});
  const items = cards.map((card) => {
    const bytes = files[card.name];
    if (!bytes) throw new Error(`missing file: ${card.name}; the page must name one per table`);
    const buttons = tableFormats.map(({name, ending, write}) =>
      TakeButton({
        label: name,
        spoken: `${card.name} as ${name}`,
        file: `${study.id}-${card.name}.${ending}`,
        make: async () => write(tableOfArrow(await bytes(), warnings)),
        status
      })
    );
    return element("li", {}, tableLine(card, buttons), columnsFold(card));
  });
  return element(
    "section",
    {class: "whole-tables", "aria-label": "Every table of this report"},
    element("ul", {}, ...items, dictionaryItem(cards, study.id, status)),
    status
  );
}

function warningsOf({stand_in, models}: WholeTablesOptions["study"]): readonly string[] {
  const doubtful = models.filter(({unconverged}) => unconverged !== "");
  return [
    ...(stand_in ? [standInText] : []),
    ...doubtful.map(({title, unconverged}) => `Not to be trusted: ${title}: ${unconverged}`)
  ];
}

function tableLine({name, rows, each, columns}: TableCard, buttons: readonly Node[]): HTMLElement {
  const width = columns.reduce((sum, {count}) => sum + count, 0);
  return element(
    "div",
    {class: "table-line"},
    element(
      "span",
      {},
      element("b", {}, name),
      `: ${each}; ${numberText(rows)} rows, ${numberText(width)} columns`
    ),
    element("span", {class: "table-formats"}, ...buttons)
  );
}

function columnsFold(card: TableCard): HTMLElement {
  const box = element("div");
  const fold = element(
    "details",
    {class: "code"},
    element("summary", {}, `What the columns of ${card.name} hold`),
    box
  );
  fold.addEventListener("toggle", () => {
    if (!box.hasChildNodes())
      box.append(DataTable(columnRows(card), {caption: `Columns of ${card.name}`}));
  });
  return fold;
}

function columnRows({columns}: TableCard): Row[] {
  return columns.map(({name, kind, meaning, count}) => ({
    column: count > 1 ? `${name} (${numberText(count)} columns)` : name,
    kind,
    meaning
  }));
}

/** What all columns hold, as a table of its own. */
function dictionaryItem(
  cards: readonly TableCard[],
  id: string,
  status: HTMLElement
): HTMLLIElement {
  const rows = cards.flatMap(({name, columns}) => columns.map((one) => ({table: name, ...one})));
  const buttons = tableFormats.map(({name, ending, write}) =>
    TakeButton({
      label: name,
      spoken: `dictionary as ${name}`,
      file: `${id}-dictionary.${ending}`,
      make: () => write(tableOfRows(rows, [])),
      status
    })
  );
  const columns = ["table", "name", "kind", "meaning", "count"];
  const card = {
    ...{name: "dictionary", each: "one row for every column above", rows: rows.length},
    columns: columns.map((name) => ({name, kind: "text", meaning: "", count: 1}))
  };
  return element("li", {}, tableLine(card, buttons));
}
