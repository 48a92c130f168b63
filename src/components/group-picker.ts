// Finds groups by words: pins the one that is named in full, hands any other words to the page's explorer.
import {setText, element} from "./dom.js";
import {count} from "./format.js";
import type {Highlight} from "./highlight.js";
import {matchSentence} from "./match-readings.js";
import {searchGroups} from "./search-groups.js";
import {seekInExplorer} from "./seek.js";
import type {EffectRow, Modifier} from "./types.js";

let pickers = 0;

/** What the field knows of the page. */
export interface GroupPickerOptions {
  /** What words may describe groups by. */
  readonly modifiers?: readonly Modifier[];
  /** Those of the groups that the page's explorer shows; all of them where nothing is said. */
  readonly explored?: readonly EffectRow[];
}

/** The field; `tell` gives it the sentence of a group's numbers, to be given anew whenever these change. */
export type GroupPicker = HTMLElement & {tell(sentence: (group: string) => string): void};

/**
 * A search field over `groups`. A whole label pins its group, clearing the field unpins; a pin made elsewhere shows
 * here. Enter on other words sets them in the page's explorer and goes there; where that has none of the groups
 * they describe, the first one is pinned. A live line says which group is pinned from here, with its numbers. The
 * field stays out of its form's data and of the form's events.
 */
export function GroupPicker(
  groups: readonly EffectRow[],
  highlight: Highlight,
  {modifiers = [], explored = groups}: GroupPickerOptions = {}
): GroupPicker {
  const byLabel = new Map(groups.map(({group, label}) => [label.toLowerCase(), group]));
  const labels = new Map(groups.map(({group, label}) => [group, label]));
  const {field, input} = searchField([...labels.values()]);
  const line = element("p", {class: "picker-status", role: "status"});
  let sentenceOf = (group: string): string => labels.get(group) ?? "";
  let pinned: string | null = null;
  const pin = (group: string): void => {
    pinned = group;
    highlight.pin(group);
    setText(line, `Held in every figure: ${sentenceOf(group)}`);
  };
  const show = (): void => {
    if (highlight.pinned !== pinned) {
      pinned = null;
      setText(line, "");
    }
    if (input !== document.activeElement || highlight.pinned !== null) {
      input.value = labels.get(highlight.pinned ?? "") ?? "";
    }
  };
  const seek = (text: string): void => {
    const any = searchGroups(explored, text, modifiers).rows.length > 0;
    if (any && seekInExplorer(text)) {
      input.value = labels.get(highlight.pinned ?? "") ?? "";
      return;
    }
    const found = searchGroups(groups, text, modifiers);
    const first = found.rows.at(0);
    if (first) pin(first.group);
    else setText(line, matchSentence(0, groups.length, {...found, modifiers}));
  };
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    setText(line, "");
    const group = byLabel.get(input.value.trim().toLowerCase());
    if (group !== undefined) pin(group);
    else if (input.value === "") highlight.pin(null);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const text = input.value.trim();
    const named = byLabel.get(text.toLowerCase());
    if (named !== undefined) pin(named);
    else if (text !== "") seek(text);
  });
  highlight.subscribe(show);
  show();
  return Object.assign(element("div", {class: "group-picker"}, field, line), {
    tell(sentence: (group: string) => string): void {
      sentenceOf = (group) => sentence(group) || (labels.get(group) ?? "");
      if (pinned !== null) setText(line, `Held in every figure: ${sentenceOf(pinned)}`);
    }
  });
}

/** A labelled field that offers every name. */
function searchField(names: readonly string[]): {field: HTMLElement; input: HTMLInputElement} {
  const id = `group-picker-${(pickers += 1)}`;
  const input = element("input", {
    type: "search",
    list: id,
    placeholder: `among ${count(names.length, "group")}`,
    autocomplete: "off",
    enterkeyhint: "search"
  });
  const options = names.map((value) => element("option", {value}));
  return {
    input,
    field: element("label", {}, "Find a group ", input, element("datalist", {id}, ...options))
  };
}
