// The editable table of a population's shares, beside the sample's.
import {readAddress, writeAddress} from "./address.js";
import {element} from "./dom.js";
import {count} from "./format.js";
import {fieldsText, sharesFields, type SharesFields} from "./shares-fields.js";
import {parseShares, readShares, writeShares, type Margin} from "./shares.js";

/** Modifiers that belong together, and the sample's shares of their levels in percent. */
export interface SharesGroup {
  readonly title: string;
  readonly margins: readonly Margin[];
}

/** The table; `value` holds the margins that the reader has set, and `input` tells of each new one. */
export type SharesTable = HTMLElement & {
  value: readonly Margin[];
  /** Shows a sentence about the shares as a whole; an empty one takes it away. */
  say: (sentence: string) => void;
};

/**
 * One small table per modifier. Whatever is typed stays; what is no share is marked and told in one
 * sentence, and the value keeps the modifier's last good shares. Edited shares are in the address.
 */
export function SharesTable(groups: readonly SharesGroup[]): SharesTable {
  const margins = groups.flatMap((group) => group.margins);
  const modifiers = margins.map(({modifier}) => modifier);
  const {edited, dropped} = parseShares(readAddress().shares, modifiers);
  const fields = margins.map(sharesFields);
  for (const own of fields) own.show(edited.get(own.modifier.name) ?? own.sample);
  const [message, whole] = [statusLine(droppedText(dropped)), statusLine("")];
  const back = element(
    "button",
    {type: "button", class: "shares-reset"},
    "Back to the sample’s shares"
  );
  const form = frame(groups, fields, [message, whole], back);
  const value = (): Margin[] =>
    modifiers.flatMap((modifier) => {
      const texts = edited.get(modifier.name);
      return texts ? [{modifier, shares: readShares(modifier, texts).shares}] : [];
    });
  const say = (sentence: string): void => {
    whole.textContent = sentence;
  };
  const table = Object.assign(form, {value: value(), say});
  const tell = (changed: boolean): void => {
    message.textContent = fieldsText(fields);
    if (!changed) return;
    table.value = value();
    writeAddress({shares: writeShares(edited)});
    form.dispatchEvent(new Event("input", {bubbles: true}));
  };
  for (const {node, modifier, texts, mark} of fields)
    node.addEventListener("input", (event) => {
      // Stopped below the table itself: what the page hears is a new value, not every key.
      event.stopPropagation();
      const typed = texts();
      const {problem, wrong} = readShares(modifier, typed);
      mark(wrong);
      if (problem === "") edited.set(modifier.name, typed);
      tell(problem === "");
    });
  back.addEventListener("click", () => {
    edited.clear();
    for (const own of fields) {
      own.show(own.sample);
      own.mark([]);
    }
    say("");
    tell(true);
  });
  return table;
}

function statusLine(text: string): HTMLElement {
  return element("p", {class: "shares-message", role: "status", "aria-live": "polite"}, text);
}

function droppedText(dropped: number): string {
  return dropped > 0
    ? `The address holds ${count(dropped, "list")} of shares that cannot be read; the sample’s are shown instead.`
    : "";
}

function frame(
  groups: readonly SharesGroup[],
  fields: readonly SharesFields[],
  lines: readonly HTMLElement[],
  back: HTMLElement
): HTMLElement {
  const group = ({title, margins}: SharesGroup): HTMLElement =>
    element(
      "div",
      {class: "shares-group"},
      groups.length > 1 && element("p", {class: "shares-title"}, title),
      element(
        "div",
        {class: "shares-tables"},
        ...margins.map(
          ({modifier}) => fields.find((own) => own.modifier.name === modifier.name)?.node
        )
      )
    );
  return element(
    "section",
    {class: "shares", "aria-label": "Shares of the population"},
    element("p", {class: "shares-lead"}, lead),
    ...lines,
    ...groups.map(group),
    back
  );
}

const lead =
  "Type the shares of another population, in percent. Characteristics keep the associations that they have in the sample; what you leave alone keeps the sample’s shares.";
