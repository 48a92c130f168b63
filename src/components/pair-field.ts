// A field that takes one group, by its label or by words that only it has.
import {element} from "./dom.js";
import {lowerFirst} from "./filter-words.js";
import {count, listText} from "./format.js";
import {searchGroups} from "./search-groups.js";
import type {EffectRow, Modifier} from "./types.js";

/** The field, and the way to set it. */
export interface PairField {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  readonly set: (group: string | null) => void;
}

/**
 * A search field over the groups. Calls `onchange` with the group whose label, or whose words, are
 * typed and left; with null when the field is emptied; `onunclear` with a sentence otherwise.
 */
export function PairField(
  rows: readonly EffectRow[],
  options: {
    readonly id: string;
    readonly label: string;
    readonly modifiers: readonly Modifier[];
    readonly onchange: (group: string | null) => void;
    readonly onunclear: (sentence: string) => void;
  }
): PairField {
  const {id, label, modifiers, onchange, onunclear} = options;
  const input = element("input", {type: "search", list: `${id}-groups`, autocomplete: "off"});
  const named = (text: string): EffectRow | undefined =>
    rows.find((row) => row.label.toLowerCase() === text.trim().toLowerCase());
  const take = (row: EffectRow): void => {
    input.value = row.label;
    onchange(row.group);
  };
  input.addEventListener("input", () => {
    const row = named(input.value);
    if (row) take(row);
    else if (input.value === "") onchange(null);
  });
  input.addEventListener("change", () => {
    if (input.value === "" || named(input.value)) return;
    const found = searchGroups(rows, input.value, modifiers).rows;
    const only = found.at(0);
    if (only && found.length === 1) take(only);
    else if (only)
      onunclear(
        `${label}: ${count(found.length, "group")} fit ${quoted(input.value)}, and two single groups are compared: add ${listText(differing(found, modifiers))}, or choose one from the list.`
      );
    else
      onunclear(
        `${label}: no group fits ${quoted(input.value)}: take a word out, or choose one from the list.`
      );
  });
  const list = element(
    "datalist",
    {id: `${id}-groups`},
    ...rows.map((row) => element("option", {value: row.label}))
  );
  return {
    node: element("label", {class: "pair-field"}, element("span", {}, label), input, list),
    input,
    set(group) {
      input.value = rows.find((row) => row.group === group)?.label ?? "";
    }
  };
}

/** What groups still differ by, in words. */
function differing(rows: readonly EffectRow[], modifiers: readonly Modifier[]): string[] {
  return modifiers
    .filter(({name}) => new Set(rows.map(({levels}) => levels[name])).size > 1)
    .map(({label}) => lowerFirst(label));
}

function quoted(words: string): string {
  return `\u201c${words.trim()}\u201d`;
}
