// Chooses the fit to question: a study, then one of its models, kept in the page's address.
import {readAddress, writeAddress} from "./address.js";
import {element} from "./dom.js";
import type {StudyCard} from "./study-types.js";

/** The fit that is shown. */
export interface ChosenFit {
  readonly study: string;
  readonly model: string;
}

/** A form whose `value` is the fit and which sends `input` after every change. */
export type FitPicker = HTMLFormElement & {value: ChosenFit};

type Studies = readonly Pick<StudyCard, "id" | "title" | "models">[];

/**
 * What the address asks for, as far as there is such a fit; the first of the corrected models of the
 * study, or its first model, where it does not. `unknown` is what the address names in vain.
 */
export function fitInAddress(
  studies: Studies,
  asked: Readonly<Partial<Record<string, string>>> = readAddress()
): ChosenFit & {readonly unknown: string} {
  const study = studies.find(({id}) => id === asked.study) ?? studies.at(0);
  const models = study?.models ?? [];
  const named = models.find(({id}) => id === asked.model);
  const model = named ?? models.find(({status}) => status === "corrected") ?? models.at(0);
  const vain = [
    asked.study !== undefined && asked.study !== study?.id && asked.study,
    asked.model !== undefined && !named && asked.model
  ].filter((name) => name !== false);
  return {study: study?.id ?? "", model: model?.id ?? "", unknown: vain.join(", ")};
}

/** The picker; choosing a study offers its models and takes the first corrected one. */
export function FitPicker(studies: Studies): FitPicker {
  const start = fitInAddress(studies);
  const note = element("p", {class: "picker-note", role: "status"});
  if (start.unknown !== "")
    note.textContent = `The address names a fit that is not here (${shortened(start.unknown)}); another is shown.`;
  const study = element(
    "select",
    {name: "study"},
    ...studies.map(({id, title}) => option(id, title, start.study))
  );
  const model = element("select", {name: "model"});
  const form = element(
    "form",
    {class: "fit-picker", "aria-label": "Which fit to question"},
    element("label", {}, element("span", {}, "Study"), study),
    element("label", {}, element("span", {}, "Model"), model),
    note
  );
  const picker = Object.assign(form, {value: {study: start.study, model: start.model}});
  const offer = (chosen: ChosenFit): void => {
    const models = studies.find(({id}) => id === chosen.study)?.models ?? [];
    model.replaceChildren(...models.map(({id, title}) => option(id, title, chosen.model)));
    picker.value = {study: chosen.study, model: chosen.model};
  };
  offer(start);
  // In the capture phase, so that `value` is new before any other listener asks for it.
  form.addEventListener(
    "input",
    (event) => {
      if (event.target === study) offer(fitInAddress(studies, {study: study.value}));
      else picker.value = {study: study.value, model: model.value};
      note.textContent = "";
      writeAddress({...picker.value});
    },
    true
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return picker;
}

function option(value: string, text: string, chosen: string): HTMLOptionElement {
  return element("option", {value, selected: value === chosen}, text);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
