// Which rows of a reader's file are used: all, or those with some values of one column or more, such as one year.
import {element} from "./dom.js";
import {count, numberText} from "./format.js";
import {Field} from "./live-field.js";
import type {OpenedFile, YourChoice, YourColumn} from "./your-types.js";

type Change = (change: (choice: YourChoice) => YourChoice) => void;

/**
 * The choice with only the rows that have one of `values` in a column too; with whatever that column has where they are
 * all of its values, or none.
 */
export function withRows(
  choice: YourChoice,
  {name, levels}: Pick<YourColumn, "name" | "levels">,
  values: readonly string[]
): YourChoice {
  const {[name]: _, ...where} = choice.where;
  if (values.length === 0 || values.length === levels.length) return {...choice, where};
  const others = (list: readonly string[]): readonly string[] =>
    // What is alike in all rows tells nothing apart.
    values.length === 1 ? list.filter((one) => one !== name) : list;
  return {
    ...choice,
    where: {...choice.where, [name]: values},
    modifiers: others(choice.modifiers),
    controls: others(choice.controls),
    clusters: others(choice.clusters)
  };
}

/**
 * The list of columns with few values, and a box for each value of every column that was chosen in it; `set` is told
 * what to make of the choice.
 */
export function YourRows(
  {columns, rows}: Pick<OpenedFile, "columns" | "rows">,
  {where}: YourChoice,
  set: Change
): HTMLElement {
  const able = columns.filter(({levels}) => levels.length > 1);
  const kept = element("div", {class: "your-kept-columns"});
  const shown = new Set<string>();
  const show = (name: string, values: readonly string[]): void => {
    const column = able.find((one) => one.name === name);
    if (!column || shown.has(name)) return;
    shown.add(name);
    kept.append(KeptValues(column, values, set));
  };
  for (const [name, values] of Object.entries(where)) show(name, values ?? []);
  const list = [
    {value: "", label: `all ${count(rows, "row")}`},
    ...able.map((one) => ({value: one.name, label: `those with some values of ${one.label}`}))
  ];
  const last = Object.keys(where).at(-1) ?? "";
  return element(
    "div",
    {class: "your-arms", role: "group", "aria-label": "Rows that are used"},
    Field("your-rows", "Rows that are used", list, last, (own) => {
      if (own !== "") show(own, []);
      else {
        shown.clear();
        kept.replaceChildren();
        set((choice) => ({...choice, where: {}}));
      }
    }),
    kept
  );
}

/** A box for each value of a column; all are ticked where none is kept alone. */
function KeptValues(column: YourColumn, kept: readonly string[], set: Change): HTMLElement {
  const inputs = column.levels.map(([value, label, n]) => {
    const own = String(value);
    const checked = kept.length === 0 || kept.includes(own);
    const input = element("input", {type: "checkbox", value: own, checked});
    input.addEventListener("change", () => {
      const values = inputs.filter((one) => one.input.checked).map((one) => one.input.value);
      // All rows would be used again, as if all were ticked.
      input.setCustomValidity(values.length === 0 ? "One value at least must be used." : "");
      if (!input.reportValidity()) input.checked = true;
      else set((choice) => withRows(choice, column, values));
    });
    return {input, node: element("label", {}, input, ` ${label} (${numberText(n)})`)};
  });
  return element(
    "div",
    {class: "your-kept", role: "group", "aria-label": `Values of ${column.label} that are used`},
    element("span", {}, `${column.label}:`),
    ...inputs.map(({node}) => node)
  );
}
