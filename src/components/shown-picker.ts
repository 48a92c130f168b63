// Chooses what a figure of one fit shows: a parameter's chains, or how many of its priors; kept in the page's address.
import {readAddress, writeAddress} from "./address.js";
import {Select, type Choice} from "./choices.js";
import {element} from "./dom.js";
import {numberText} from "./format.js";
import type {ChainedVariable, PriorRow} from "./fit-types.js";
import {leastMovedFirst} from "./prior-readings.js";

/** A form whose `value` is the choice and which sends `input` after every change. */
export type ShownPicker = HTMLFormElement & {value: string};

/** Priors drawn before the reader asks for all. */
const FEW = 12;

/** The parameters whose chains were kept; the choice is "" for those nearest to a limit. */
export function ChainPicker(variables: readonly ChainedVariable[]): ShownPicker {
  const nearest = {value: "", label: "those nearest to a limit"};
  const choices = variables.map(({variable, label}) => ({value: variable, label}));
  return picker("chains", "Chains of", [nearest, ...choices], "Which chains to show");
}

/** Whether to draw the priors that the data moved least, or all. */
export function PriorPicker(rows: readonly PriorRow[]): ShownPicker {
  return picker(
    "priors",
    "Priors",
    rows.length <= FEW
      ? []
      : [
          {value: "", label: `the ${FEW} that the data moved least`},
          {value: "all", label: `all ${numberText(rows.length)}`}
        ],
    "Which priors to draw"
  );
}

/** The priors to draw for a choice, least moved first. */
export function chosenPriors(rows: readonly PriorRow[], choice: string): PriorRow[] {
  const sorted = leastMovedFirst(rows);
  return choice === "all" ? sorted : sorted.slice(0, FEW);
}

/** Starts with what the address says under `key`; what is not to be had here is taken out of it. */
function picker(key: string, label: string, choices: readonly Choice[], name: string): ShownPicker {
  const asked = readAddress()[key];
  const start = choices.find(({value}) => value === asked)?.value ?? "";
  if (asked !== undefined && asked !== start) writeAddress({[key]: null});
  const form = element(
    "form",
    {class: "fit-picker", "aria-label": name},
    Select("shown", label, choices, start)
  );
  const made = Object.assign(form, {value: start});
  form.addEventListener(
    "input",
    () => {
      made.value = form.querySelector("select")?.value ?? "";
      writeAddress({[key]: made.value === "" ? null : made.value});
    },
    true
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return made;
}
