// A whole report made in the page: the sections of a published study, redrawn when a choice changes.
import {element} from "./dom.js";
import {cellsReading} from "./live-readings.js";
import {Cautions} from "./notices.js";
import {otherAnswers, studyAnswer, surenessText} from "./study-answer.js";
import type {StudyPage} from "./study-page.js";
import {
  Checks,
  DataAndModels,
  Diagnostics,
  RefitHere,
  TakeAlong,
  WhatShiftsIt
} from "./study-record.js";
import {AllGroups, AnyTwoGroups, BesideLeastSquares, ByCharacteristic} from "./study-sections.js";
import type {Seen} from "./study-parts.js";

type Part = (page: StudyPage, seen: Seen) => readonly Node[];

/** What follows the controls, in order: each part is made anew for what the reader chose. */
const parts: readonly Part[] = [
  (page, seen) => [
    element("p", {class: "standfirst"}, studyAnswer(page, seen)),
    page.note(seen),
    element("h3", {}, "How sure?"),
    element("p", {}, `${surenessText(page, seen)} ${otherAnswers(page, seen)}`.trim())
  ],
  (page, seen) => [
    element("h3", {}, "For whom?"),
    AllGroups(page, seen),
    ByCharacteristic(page, seen),
    WhatShiftsIt(page, seen)
  ],
  (page, seen) => [element("h3", {}, "Compare any two groups"), AnyTwoGroups(page, seen)],
  (page, seen) => [element("h3", {}, "Compared with OLS"), BesideLeastSquares(page, seen)]
];

/** The report; `warning` says that rows are generated, where they are. Raises what the sections raise. */
export async function ReportSheet(page: StudyPage, warning: string): Promise<HTMLElement> {
  const controls = page.controls();
  const shares = page.population();
  const boxes = parts.map(() => element("div", {class: "report-part"}));
  let asked = 0;
  const draw = async (): Promise<void> => {
    const own = ++asked;
    const seen = await page.look(controls.value, shares.value);
    if (own !== asked) return;
    boxes.forEach((box, k) => {
      box.replaceChildren(...parts[k](page, seen));
    });
  };
  const redraw = (): void => {
    void draw();
  };
  await draw();
  controls.addEventListener("input", redraw);
  shares.addEventListener("input", redraw);
  return element(
    "section",
    {class: "report-sheet", "aria-label": "The report"},
    warning !== "" &&
      element("aside", {class: "stand-in", "aria-label": "Generated rows"}, warning),
    element("h2", {tabindex: -1}, page.report.study.title),
    Cautions(page.report.study),
    element("div", {class: "report-controls"}, controls),
    shares,
    ...boxes,
    ...(await record(page))
  );
}

/** What does not depend on a choice: refits, checks, data, tables. */
async function record(page: StudyPage): Promise<Node[]> {
  const isLive = page.models.some(({live}) => live);
  return [
    element("h3", {}, "What would change it?"),
    ...(isLive
      ? [element("p", {}, cellsReading(page.models, page.report.study)), RefitHere(page)]
      : []),
    element("h3", {}, "Can the draws be trusted?"),
    Diagnostics(page),
    Checks(page),
    element("h3", {}, "Data, models, priors"),
    DataAndModels(page),
    element("h3", {}, "Cite and take away"),
    await TakeAlong(page)
  ];
}
