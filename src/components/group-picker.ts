// Finds one group by its words and pins it in every figure of the page.
import {element} from "./dom.js";
import {count} from "./format.js";
import type {Highlight} from "./highlight.js";

let pickers = 0;

/**
 * A search field over `groups` (keys and labels). Choosing one pins it, clearing the field unpins;
 * a pin made elsewhere shows here. The field stays out of its form's data and of the form's events.
 */
export function GroupPicker(
  groups: readonly {readonly group: string; readonly label: string}[],
  highlight: Highlight
): HTMLElement {
  const byLabel = new Map(groups.map(({group, label}) => [label.toLowerCase(), group]));
  const labels = new Map(groups.map(({group, label}) => [group, label]));
  const id = `group-picker-${(pickers += 1)}`;
  const input = element("input", {
    type: "search",
    list: id,
    placeholder: `among ${count(labels.size, "group")}`,
    autocomplete: "off"
  });
  const show = (): void => {
    if (input !== document.activeElement || highlight.pinned !== null) {
      input.value = labels.get(highlight.pinned ?? "") ?? "";
    }
  };
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    const group = byLabel.get(input.value.trim().toLowerCase());
    if (group !== undefined) highlight.pin(group);
    else if (input.value === "") highlight.pin(null);
  });
  highlight.subscribe(show);
  show();
  const options = [...labels.values()].map((value) => element("option", {value}));
  return element(
    "label",
    {class: "group-picker"},
    "Find ",
    input,
    element("datalist", {id}, ...options)
  );
}
