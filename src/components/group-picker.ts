// Finds groups by words: tells at once how they are understood, pins a group or goes to the page's explorer.
import {element} from "./dom.js";
import {GroupField, onWords} from "./group-field.js";
import {searchPage, type GroupSearch} from "./group-search.js";
import {PickerLine} from "./picker-line.js";
import type {Highlight} from "./highlight.js";
import {searchExample} from "./search-example.js";
import {seekInExplorer} from "./seek.js";
import type {Together} from "./together.js";
import type {EffectRow, Modifier} from "./types.js";

/** What the field knows of the page. */
export interface GroupPickerOptions {
  /** What words may describe groups by. */
  readonly modifiers?: readonly Modifier[];
  /** Those of the groups that the page's explorer shows; all of them where nothing is said. */
  readonly explored?: readonly EffectRow[];
  /** First words of labels that are names. */
  readonly names?: readonly string[] | undefined;
}

/**
 * The field; `tell` gives it the sentence of a group's numbers, and that of several groups together, to be given anew
 * whenever these change.
 */
export type GroupPicker = HTMLElement & {
  tell(sentence: (group: string) => string, together?: Together): void;
};

/**
 * A search field over `groups`. A whole label pins its group, clearing the field unpins; a pin made elsewhere shows
 * here. Of any other words a live line says how they are read and what the groups they describe come to together;
 * Enter, or the line's button, sets them in the page's explorer and goes there. Where that has none of the groups, the
 * first one is pinned. The field stays out of its form's data and of the form's events.
 */
export function GroupPicker(
  groups: readonly EffectRow[],
  highlight: Highlight,
  {modifiers = [], explored = groups, names}: GroupPickerOptions = {}
): GroupPicker {
  const labels = new Map(groups.map(({group, label}) => [group, label]));
  const example = searchExample(explored, modifiers, names);
  const {field, input} = GroupField([...labels.values()], example);
  const line = new PickerLine();
  const label = (group: string | null): string => labels.get(group ?? "") ?? "";
  let sentenceOf = label;
  let together: Together = () => Promise.resolve("");
  let pinned: string | null = null;
  const hold = (group: string): void => {
    pinned = group;
    highlight.pin(group);
    line.say(`Held in every figure: ${sentenceOf(group)}`);
  };
  const search = (text: string): GroupSearch => searchPage(text, groups, explored, modifiers);
  const go = (text: string): void => {
    const found = search(text);
    const first = found.rows.at(0);
    if (first && found.explored && seekInExplorer(text)) {
      input.value = label(highlight.pinned);
      line.say("");
    } else if (first) hold(first.group);
    else line.say(found.sentence);
  };
  const understand = (text: string): void => {
    const {rows, some, sentence} = search(text);
    const one = rows.length === 1 ? ` ${rows.map(({group}) => sentenceOf(group)).join("")}` : "";
    const more = (): Promise<string> => together(new Set(rows.map(({group}) => group)));
    line.offer({text: sentence + one, action: some ? () => go(text) : null, more});
  };
  onWords(input, {
    named: new Map(groups.map((one) => [one.label.toLowerCase(), one.group])),
    ...{hold, go, understand},
    cleared() {
      line.say("");
      highlight.pin(null);
    }
  });
  const follow = (): void => {
    if (highlight.pinned !== pinned) {
      pinned = null;
      line.say("");
    }
    if (input !== document.activeElement || highlight.pinned !== null)
      input.value = label(highlight.pinned);
  };
  highlight.subscribe(follow);
  follow();
  return Object.assign(element("div", {class: "group-picker"}, field, line.node), {
    tell(sentence: (group: string) => string, several = together): void {
      sentenceOf = (group) => (group === null ? "" : sentence(group)) || label(group);
      together = several;
      if (pinned !== null) line.say(`Held in every figure: ${sentenceOf(pinned)}`);
    }
  });
}
