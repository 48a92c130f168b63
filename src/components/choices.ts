// Labelled form fields to choose one of several values with.
import {element} from "./dom.js";
import {capitalise} from "./format.js";

/** One choice: what it sets and what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled row of radio buttons; the browser gives it its arrow keys. */
export function Radios(
  name: string,
  legend: string,
  choices: readonly Choice[],
  chosen: string
): HTMLFieldSetElement | null {
  if (choices.length < 2) return null;
  const radio = ({value, label}: Choice): HTMLLabelElement =>
    element(
      "label",
      {},
      element("input", {type: "radio", name, value, checked: value === chosen}),
      element("span", {}, label)
    );
  return element("fieldset", {}, element("legend", {}, legend), ...choices.map(radio));
}

/** A labelled list to choose from. */
export function Select(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string
): HTMLLabelElement | null {
  if (choices.length < 2) return null;
  const option = (choice: Choice): HTMLOptionElement =>
    element(
      "option",
      {value: choice.value, selected: choice.value === chosen},
      capitalise(choice.label)
    );
  return element("label", {}, `${label} `, element("select", {name}, ...choices.map(option)));
}
