// Which rows of a reader's file are used: all, or those with some values of one column, such as one year.
import {element} from "./dom.js";
import {count, numberText} from "./format.js";
import {Field} from "./live-field.js";
import type {OpenedFile, YourChoice, YourColumn} from "./your-types.js";

/** The choice with only the rows that have one of `values` in a column; with all rows where that is all of them, or none. */
export function withRows(
  choice: YourChoice,
  {name, levels}: Pick<YourColumn, "name" | "levels">,
  values: readonly string[]
): YourChoice {
  if (values.length === 0 || values.length === levels.length) return {...choice, where: {}};
  const others = (list: readonly string[]): readonly string[] =>
    // What is alike in all rows tells nothing apart.
    values.length === 1 ? list.filter((one) => one !== name) : list;
  return {
    ...choice,
    where: {[name]: values},
    modifiers: others(choice.modifiers),
    controls: others(choice.controls),
    clusters: others(choice.clusters)
  };
}

/** The list of columns with few values, and a box for each value of the chosen one; `set` is told what to make of the choice. */
export function YourRows(
  {columns, rows}: Pick<OpenedFile, "columns" | "rows">,
  {where}: YourChoice,
  set: (change: (choice: YourChoice) => YourChoice) => void
): HTMLElement {
  const able = columns.filter(({levels}) => levels.length > 1);
  const boxes = element("span", {class: "your-kept"});
  const show = (column: YourColumn | undefined, kept: readonly string[]): void => {
    const inputs = (column?.levels ?? []).map(([value, label, n]) => {
      const own = String(value);
      const checked = kept.length === 0 || kept.includes(own);
      const input = element("input", {type: "checkbox", value: own, checked});
      input.addEventListener("change", () => {
        const values = inputs.filter((one) => one.input.checked).map((one) => one.input.value);
        // All rows would be used again, as if all were ticked.
        input.setCustomValidity(values.length === 0 ? "One value at least must be used." : "");
        if (!input.reportValidity()) input.checked = true;
        else if (column) set((choice) => withRows(choice, column, values));
      });
      return {input, node: element("label", {}, input, ` ${label} (${numberText(n)})`)};
    });
    boxes.replaceChildren(...inputs.map(({node}) => node));
  };
  const find = (name: string): YourColumn | undefined => able.find((one) => one.name === name);
  const [[name, values] = ["", []]] = Object.entries(where);
  show(find(name), values ?? []);
  const list = [
    {value: "", label: `all ${count(rows, "row")}`},
    ...able.map((one) => ({value: one.name, label: `those with some values of ${one.label}`}))
  ];
  return element(
    "div",
    {class: "your-arms", role: "group", "aria-label": "Rows that are used"},
    Field("your-rows", "Rows that are used", list, name, (own) => {
      show(find(own), []);
      set((choice) => ({...choice, where: {}}));
    }),
    boxes
  );
}
