// A list to choose from under its name, as the live panel sets them.
import type {Choice} from "./choices.js";
import {element} from "./dom.js";

/** A labelled list; `set` is called with what was chosen. */
export function Field(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
  set: (value: string) => void
): HTMLLabelElement {
  const list = element(
    "select",
    {name},
    ...choices.map(({value, label: text}) =>
      element("option", {value, selected: value === chosen}, text)
    )
  );
  list.addEventListener("change", () => {
    set(list.value);
  });
  return element("label", {class: "live-field"}, element("span", {}, label), list);
}
