// The sections of a study's page that show what stands behind it: refits, draws, data, code, tables.
import {adviceWords} from "./advice-words.js";
import {numberText} from "./format.js";
import {AdviceList} from "./notices.js";
import {DataCard} from "./data-card.js";
import {DiagnosticsCard} from "./diagnostics-card.js";
import {element} from "./dom.js";
import {Figure} from "./figure.js";
import {HalfEyes} from "./half-eyes.js";
import {readOnce} from "./live-cells.js";
import {LivePanel} from "./live-panel.js";
import {ModelCardView} from "./model-card.js";
import {estimateRecords} from "./records.js";
import {estimatesSentence} from "./sentence.js";
import type {StudyPage} from "./study-page.js";
import {statusOf, wordsOf, type Seen} from "./study-parts.js";

/** By how much each characteristic shifts the effect, as posterior densities. */
export function WhatShiftsIt({report, highlight}: StudyPage, seen: Seen): HTMLElement {
  const {study, parameters, curves} = report;
  const {model} = seen;
  const words = wordsOf(study, seen);
  const start = `b_${model.treatment}:`;
  const slabs = parameters
    .filter((row) => row.model === model.id && row.variable.startsWith(start))
    .map((row) => {
      const curve = curves.find((one) => one.model === model.id && one.variable === row.variable);
      return {
        key: row.variable,
        label: row.label,
        series: "corrected" as const,
        estimate: row,
        ...(curve && {curve})
      };
    });
  const told = slabs.map(({label, estimate}) => ({label, estimate}));
  return Figure(
    (width) =>
      HalfEyes(slabs, {
        ...words,
        width,
        zero: "no shift",
        title: `shift in the effect, ${study.outcome.unit}`
      }),
    {
      id: "shifts",
      number: 3,
      name: `${study.id}-shifts`,
      title: "By how much does each characteristic shift the effect?",
      caption: `Posterior densities of the coefficients that multiply the treatment, others held, with their ${words.point}, 50% and ${String(words.interval)}% equal-tailed intervals; heights compare within a row only; n = ${numberText(model.n)}. This figure is of coefficients, whichever effect is chosen above.`,
      rows: estimateRecords(told, study.outcome, words.interval),
      highlight,
      readout: (key) => {
        const row = slabs.find((one) => one.key === key);
        return row ? estimatesSentence(told, row.label, words) : "";
      },
      ...statusOf(study, model)
    }
  );
}

/** The model again, as the reader changes it, fitted on their device. */
export function RefitHere({report, later, models, highlight}: StudyPage): HTMLElement {
  const {study, effects} = report;
  return LivePanel({
    models: models.flatMap(({id, title, live}) => (live ? [{id, title, live}] : [])),
    effects,
    modifiers: study.modifiers,
    engine: later.engine,
    cells: readOnce(async (name) => {
      const bytes = Object.hasOwn(later.cells, name) ? later.cells[name] : null;
      if (!bytes) throw new Error(`missing file: cells ${name}; the page must name it`);
      return bytes();
    }),
    words: {outcome: study.outcome, ...(study.row && {row: study.row})},
    highlight,
    name: study.id,
    key: study.key,
    standIn: study.stand_in
  });
}

/** Whether the draws can be trusted, model by model. */
export function Diagnostics({models}: StudyPage): HTMLElement {
  return DiagnosticsCard(models);
}

/** What the checks on each model found, with remedies. */
export function Checks({models, report}: StudyPage): HTMLElement {
  return element(
    "section",
    {"aria-label": "What the checks say"},
    ...models.flatMap((one) => [
      element("h3", {}, one.title),
      AdviceList(
        [...(report.study.cautions ?? []), ...one.advice],
        adviceWords(report.study, one, report)
      )
    ])
  );
}

/** The file, every recode, and each model with its priors and its code. */
export function DataAndModels({report, models}: StudyPage): HTMLElement {
  return element(
    "section",
    {"aria-label": "Data, models, priors"},
    DataCard(report.study, {licence: true}),
    ...models.map(ModelCardView)
  );
}

export {WhatElseCouldBeChosen} from "./study-choices.js";
export {TakeAlong} from "./study-take.js";
