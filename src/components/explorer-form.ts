// The fields of the explorer: words, order, panels, and levels to keep.
import {Select} from "./choices.js";
import {element} from "./dom.js";
import {everything, orders, type GroupFilter} from "./group-filter.js";
import {LevelFields} from "./level-fields.js";
import type {Modifier} from "./types.js";

/** The form, and the way to ask what it says. */
export interface ExplorerForm {
  readonly form: HTMLFormElement;
  readonly read: () => GroupFilter;
  /** Says what is found, and offers to highlight it when there is something to tell apart. */
  readonly say: (sentence: string, some: boolean, filtered: boolean) => void;
}

/** What the form needs to know. */
export interface ExplorerFormOptions {
  readonly id: string;
  readonly modifiers: readonly Modifier[];
  readonly filter: GroupFilter;
  /** What "Show all" goes back to. */
  readonly start: GroupFilter;
  /** A description of a group, as an example of what to type. */
  readonly example: string;
  readonly onchange: () => void;
  readonly onhighlight: () => void;
}

/** Fields with their labels, and a status line that a screen reader hears. */
export function ExplorerForm(options: ExplorerFormOptions): ExplorerForm {
  const {id, modifiers, filter, start, example, onchange, onhighlight} = options;
  const find = element("input", {
    type: "search",
    name: "find",
    value: filter.find,
    placeholder: example,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-found`
  });
  const found = element("span", {id: `${id}-found`, role: "status"});
  const highlight = element("button", {type: "button", onclick: onhighlight}, "Highlight these");
  const reset = element("button", {type: "button", onclick: clear}, "Show all");
  const panels = [
    {value: "", label: "none"},
    ...modifiers.map(({name, label}) => ({value: name, label}))
  ];
  const form = element(
    "form",
    {class: "explorer-form", "aria-label": "Which groups are shown"},
    element("label", {class: "explorer-find"}, element("span", {}, "Find groups"), find),
    Select("order", "Sort by", orders, filter.order),
    Select("facet", "Panels by", panels, filter.facet),
    LevelFields(modifiers, filter),
    element("p", {class: "explorer-found"}, found, highlight, reset)
  );
  form.addEventListener("input", onchange);
  form.addEventListener("submit", (event) => event.preventDefault());

  function clear(): void {
    find.value = "";
    for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
      box.checked = false;
    for (const name of ["order", "facet"] as const) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) field.value = start[name];
    }
    onchange();
    find.focus();
  }

  return {
    form,
    read: () => readForm(form, modifiers),
    say(sentence, some, filtered) {
      found.textContent = sentence;
      highlight.hidden = !(some && filtered);
      reset.hidden = !filtered;
    }
  };
}

function readForm(form: HTMLFormElement, modifiers: readonly Modifier[]): GroupFilter {
  const data = new FormData(form);
  const text = (name: "find" | "order" | "facet"): string => {
    const value = data.get(name);
    return typeof value === "string" ? value : everything[name];
  };
  const kept = modifiers.map(({name}) => [name, data.getAll(`keep-${name}`).map(String)] as const);
  return {
    find: text("find"),
    order: text("order"),
    facet: text("facet"),
    keep: Object.fromEntries(kept.filter(([, levels]) => levels.length > 0))
  };
}
