// The fields for one characteristic's shares, in a table beside the sample's.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {readShares, shareText, type Margin} from "./shares.js";
import type {Modifier} from "./types.js";

/** The table of one modifier, and what can be done with its fields. */
export interface SharesFields {
  readonly node: HTMLElement;
  readonly modifier: Modifier;
  readonly sample: readonly string[];
  readonly texts: () => string[];
  readonly show: (texts: readonly string[]) => void;
  /** Marks the fields of these levels as wrong, the others as right. */
  readonly mark: (wrong: readonly number[]) => void;
}

/** A row per level: its name, its share of the sample, and a field for its share of the population. */
export function sharesFields({modifier, shares}: Margin): SharesFields {
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
      fields.forEach((field, l) => {
        field.setAttribute("aria-invalid", String(wrong.includes(l)));
      });
    }
  };
}

/** What is wrong with what is typed, and what was done to it; empty when all is well. */
export function fieldsText(fields: readonly SharesFields[]): string {
  return fields
    .map(({modifier, texts}) => readShares(modifier, texts()))
    .flatMap(({problem, note}) => [problem, note])
    .filter((part) => part !== "")
    .join(" ");
}
