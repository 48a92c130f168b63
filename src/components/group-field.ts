// The field that finds a group by its words, and what typing in it does.
import {element} from "./dom.js";

let fields = 0;

/** A labelled field that offers every name, and says by an `example` what else may be typed. */
export function GroupField(
  names: readonly string[],
  example: string
): {field: HTMLElement; input: HTMLInputElement} {
  const id = `group-picker-${(fields += 1)}`;
  const input = element("input", {
    type: "search",
    list: id,
    placeholder: example === "" ? "" : `such as ${example}`,
    autocomplete: "off",
    enterkeyhint: "search"
  });
  const options = names.map((value) => element("option", {value}));
  return {
    input,
    field: element("label", {}, "Find a group ", input, element("datalist", {id}, ...options))
  };
}

/** What typing does. */
export interface WordActions {
  /** Groups by their whole label, in lower case. */
  readonly named: ReadonlyMap<string, string>;
  readonly hold: (group: string) => void;
  readonly go: (text: string) => void;
  readonly understand: (text: string) => void;
  readonly cleared: () => void;
}

/** A whole label is held at once; other words are understood as they are typed, and gone to at Enter. */
export function onWords(
  input: HTMLInputElement,
  {named, hold, go, understand, cleared}: WordActions
): void {
  const answer = (otherwise: (text: string) => void): void => {
    const text = input.value.trim();
    const group = named.get(text.toLowerCase());
    if (group !== undefined) hold(group);
    else otherwise(text);
  };
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    answer((text) => (text === "" ? cleared() : understand(text)));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    answer((text) => text !== "" && go(text));
  });
}
