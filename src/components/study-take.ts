// The section of a study's page to cite it by, and to take its tables along.
import {Citation} from "./citation.js";
import {element} from "./dom.js";
import type {StudyPage} from "./study-page.js";
import {WholeTables} from "./whole-tables.js";

/** How to cite the page, and every table behind it. */
export async function TakeAlong({report, files, later}: StudyPage): Promise<HTMLElement> {
  const {study} = report;
  const here = (bytes: ArrayBuffer) => (): Promise<ArrayBuffer> => Promise.resolve(bytes);
  const {choices, choiceEffects, draws, whole} = later;
  return element(
    "section",
    {"aria-label": "Cite and take along"},
    Citation(study, {url: location.href}),
    element(
      "p",
      {},
      "Every table behind this page, whole, for R, Python, Stata or a spreadsheet; a table of one figure, and its picture, are under the figure."
    ),
    WholeTables(await later.tables(), {
      study,
      files: {
        effects: here(files.effects),
        parameters: here(files.parameters),
        curves: here(files.curves),
        draws,
        ...(choices && {choices}),
        ...(choiceEffects && {"choice-effects": choiceEffects}),
        ...whole
      }
    })
  );
}
