// The columns of a reader's file, profiled, each with its role to set.
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {headRow} from "./model-card.js";
import {roleOf} from "./your-choice.js";
import {kindText, valuesText} from "./your-words.js";
import type {OpenedFile, Role, YourChoice, YourColumn} from "./your-types.js";

/** Columns shown at a time; the rest is found by its name. */
const SHOWN = 60;

const roles: readonly (readonly [value: Role | "", label: string])[] = [
  ["", "not used"],
  ["treatment", "treatment"],
  ["outcome", "outcome"],
  ["modifier", "modifier"],
  ["control", "control"],
  ["cluster", "cluster"]
];

/** The table; `show` brings its lists in line with a choice. */
export class YourColumns {
  readonly node: HTMLElement;
  private readonly body = element("tbody");
  private readonly rows = new Map<string, {list: HTMLSelectElement; why: HTMLElement}>();
  private choice: YourChoice;

  constructor(
    private readonly file: OpenedFile,
    choice: YourChoice,
    private readonly set: (column: string, role: Role | null) => void
  ) {
    this.choice = choice;
    const table = element(
      "table",
      {class: "your-columns"},
      element("caption", {}, `The columns of ${file.file}, and what each is taken for`),
      headRow("Column", "Taken for", "Holds", "Values", "Missing", "Why"),
      this.body
    );
    this.node = element("div", {}, this.search(), ScrollBox("Columns of the file", table));
    this.list("");
  }

  /** Brings lists and reasons in line. */
  show(choice: YourChoice): void {
    this.choice = choice;
    for (const [name, {list, why}] of this.rows) {
      list.value = roleOf(choice, name) ?? "";
      why.textContent = this.why(name, roleOf(choice, name) ?? "");
    }
  }

  private search(): HTMLElement | null {
    const {columns} = this.file;
    if (columns.length <= SHOWN) return null;
    const field = element("input", {type: "search", name: "find-column"});
    field.addEventListener("input", () => {
      this.list(field.value);
    });
    return element(
      "label",
      {class: "your-find"},
      `Find a column among ${numberText(columns.length)}; ${numberText(SHOWN)} are shown`,
      field
    );
  }

  private list(wanted: string): void {
    const text = wanted.trim().toLowerCase();
    const isUsed = ({name}: YourColumn): number => Number(roleOf(this.choice, name) === null);
    const found = this.file.columns
      .filter(({name, label}) => `${name} ${label}`.toLowerCase().includes(text))
      .toSorted((a, b) => (this.file.columns.length > SHOWN ? isUsed(a) - isUsed(b) : 0));
    this.rows.clear();
    this.body.replaceChildren(...found.slice(0, SHOWN).map((column) => this.row(column)));
  }

  private row(column: YourColumn): HTMLElement {
    const {name, label, rows, missing} = column;
    const own = roleOf(this.choice, name) ?? "";
    const list = element(
      "select",
      {name: `role-${name}`, "aria-label": `${label} is taken for`},
      ...roles.map(([value, text]) => element("option", {value, selected: value === own}, text))
    );
    const why = element("td", {class: "your-why"}, this.why(name, own));
    list.addEventListener("change", () => {
      this.set(name, list.value === "" ? null : (list.value as Role));
    });
    this.rows.set(name, {list, why});
    return element(
      "tr",
      {},
      element("th", {scope: "row"}, label, label !== name && element("code", {}, name)),
      element("td", {}, list),
      element("td", {}, kindText(column)),
      element("td", {class: "your-values"}, valuesText(column)),
      element(
        "td",
        {class: "number"},
        missing === 0 ? "0" : `${numberText((100 * missing) / rows, 1)}%`
      ),
      why
    );
  }

  private why(name: string, role: Role | ""): string {
    const refused = this.file.refused[name];
    return (role === "" ? undefined : this.file.reasons[role][name]) ?? refused ?? "";
  }
}
