// The editable table of a population's shares, beside the sample's.
import {readAddress, writeAddress} from "./address.js";
import {element} from "./dom.js";
import {count, numberText} from "./format.js";
import {parseShares, readShares, shareText, writeShares, type Margin} from "./shares.js";
import type {Modifier} from "./types.js";

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
  const message = element("p", {class: "shares-message", role: "status", "aria-live": "polite"});
  const whole = element("p", {class: "shares-message", role: "status", "aria-live": "polite"});
  const tables = new Map(margins.map((margin) => [margin.modifier.name, tableOf(margin)]));
  const form = element(
    "section",
    {class: "shares", "aria-label": "Shares of the population"},
    element(
      "p",
      {class: "shares-lead"},
      "Type the shares of another population, in percent. Characteristics keep the associations that they have in the sample; what you leave alone keeps the sample’s shares."
    ),
    ...groups.map(({title, margins: own}) =>
      element(
        "div",
        {class: "shares-group"},
        groups.length > 1 && element("p", {class: "shares-title"}, title),
        element(
          "div",
          {class: "shares-tables"},
          ...own.map(({modifier}) => tables.get(modifier.name)?.node)
        )
      )
    ),
    message,
    whole,
    element(
      "button",
      {type: "button", class: "shares-reset", onclick: reset},
      "Back to the sample’s shares"
    )
  );
  const table = Object.assign(form, {
    value: valueOf(),
    say: (sentence: string) => {
      whole.textContent = sentence;
    }
  });
  for (const [name, texts] of edited) tables.get(name)?.show(texts);
  message.textContent =
    dropped > 0
      ? `The address holds ${count(dropped, "list")} of shares that cannot be read; the sample’s are shown instead.`
      : "";
  // Stopped below the table itself: what the page hears is a new value, not every key.
  for (const one of tables.values())
    one.node.addEventListener("input", (event) => {
      event.stopPropagation();
      hear(one);
    });
  return table;

  function hear({modifier, texts, mark}: OneTable): void {
    const typed = texts();
    const {problem} = readShares(modifier, typed);
    mark(problem !== "");
    if (problem === "") edited.set(modifier.name, typed);
    tell();
    if (problem === "") emit();
  }

  function tell(): void {
    const read = [...tables.values()].map(({modifier, texts}) => readShares(modifier, texts()));
    message.textContent = read
      .flatMap(({problem, note}) => [problem, note])
      .filter((part) => part !== "")
      .join(" ");
  }

  function emit(): void {
    table.value = valueOf();
    writeAddress({shares: writeShares(edited)});
    form.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function reset(): void {
    edited.clear();
    for (const own of tables.values()) {
      own.show(own.sample);
      own.mark(false);
    }
    table.say("");
    tell();
    emit();
  }

  function valueOf(): Margin[] {
    return modifiers.flatMap((modifier) => {
      const texts = edited.get(modifier.name);
      return texts ? [{modifier, shares: readShares(modifier, texts).shares}] : [];
    });
  }
}

interface OneTable {
  readonly node: HTMLElement;
  readonly modifier: Modifier;
  readonly sample: readonly string[];
  readonly texts: () => string[];
  readonly show: (texts: readonly string[]) => void;
  readonly mark: (wrong: boolean) => void;
}

function tableOf({modifier, shares}: Margin): OneTable {
  const {name, label, levels} = modifier;
  const sample = shares.map(shareText);
  const fields = levels.map((level, l) =>
    element("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      name: `share-${name}-${l}`,
      value: sample[l] ?? "",
      "aria-label": `${label}, ${level}: percent of the population`
    })
  );
  const row = (level: string, l: number): HTMLElement =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, level),
      element("td", {}, numberText(shares[l] ?? NaN, 1)),
      element("td", {}, fields[l])
    );
  const node = element(
    "table",
    {},
    element("caption", {}, label),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", {scope: "col"}, "Level"),
        element("th", {scope: "col"}, "Sample, %"),
        element("th", {scope: "col"}, "Population, %")
      )
    ),
    element("tbody", {}, ...levels.map(row))
  );
  return {
    ...{node, modifier, sample},
    texts: () => fields.map(({value}) => value),
    show: (texts) => {
      fields.forEach((field, l) => {
        field.value = texts[l] ?? "";
      });
    },
    mark: (wrong) => {
      for (const field of fields) field.setAttribute("aria-invalid", String(wrong));
    }
  };
}
