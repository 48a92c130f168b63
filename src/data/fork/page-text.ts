// The page of a new study: a person's outline, with sections that the site shares.
import type {Declaration} from "../define/declaration.js";
import {selectionText} from "../define/selection.js";
import {capitalised, inSentence, listed} from "../define/words.js";

/** What a page says in the author's words. */
export interface PageWords {
  /** The heading: a question. */
  readonly question: string;
  /** What was done, in a paragraph; left out when empty. */
  readonly about: string;
}

/** The question that a declaration asks: its title where that is one. */
export function questionOf(declaration: Declaration): string {
  const {title, treatment, outcomes} = declaration;
  const lower = inSentence(declaration);
  if (title.endsWith("?")) return title;
  const answers = Object.values(outcomes).map(({label}) => lower(label));
  return `For whom does ${lower(treatment.label)} change ${listed(answers)}?`;
}

/** The experiment in a paragraph, as far as the file tells it; the page says what groups differ by, and their numbers. */
export function aboutOf(declaration: Declaration): string {
  const {treatment, outcomes, where, row} = declaration;
  const lower = inSentence(declaration);
  const {control, treated} = treatment;
  const many = row?.[1] ?? "rows";
  const answers = listed(Object.values(outcomes).map(({label}) => lower(label)));
  const which = where ? ` ${selectionText(declaration)} are used.` : "";
  return `${capitalised(many)} of “${treated[1]}” are compared with ${many} of “${control[1]}” in ${answers}, for groups told apart by \${groupsText(page)}.${which}${scoring(outcomes)}`;
}

/** What the numbers of outcomes in words stand for. */
function scoring(outcomes: Declaration["outcomes"]): string {
  return Object.values(outcomes)
    .flatMap(({label, levels = []}) => {
      const last = levels.at(-1);
      if (levels.length < 3 || !last) return [];
      const [[first, low], high] = [levels[0], last];
      if (typeof first === "number" && String(first) === low) return [];
      const ends = typeof first === "string" ? [1, levels.length] : [first, high[0]];
      return ` ${label} is scored on a scale from ${String(ends[0])} to ${String(ends[1])}: “${low}” to “${high[1]}”.`;
    })
    .join("");
}

/** The page as Markdown. */
export function pageText(declaration: Declaration, words: PageWords): string {
  const blocks = [
    ...opening(declaration, words),
    `# ${words.question}`,
    js("display(page.notices());"),
    '<p class="standfirst">${studyAnswer(page, seen)}</p>',
    js("const chosen = view(page.controls());"),
    js("const shares = view(page.population());"),
    js("const seen = await page.look(chosen, shares);\ndisplay(page.note(seen));"),
    ...(words.about === "" ? [] : [words.about]),
    ...answers(Object.keys(declaration.outcomes).length > 1),
    ...record,
    '<p class="one-file"></p>'
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Front matter, the sections' modules, and the report's files. */
function opening({id, title, outcomes}: Declaration, words: PageWords): string[] {
  const usual = "otherAnswers, studyAnswer, surenessText";
  const file = (name: string): string => `FileAttachment("./data/${id}/${name}")`;
  const bytes = (name: string): string => `${file(`${name}.arrow`)}.arrayBuffer()`;
  const cells = Object.keys(outcomes).map(
    (outcome) => `      ${outcome}: () => ${bytes(`cells-${outcome}`)}`
  );
  const later = (name: string): string => `    ${name}: () => ${bytes(name)}`;
  const description = `${title.replace(/[.?!]+$/u, "")}: effects by group, partially pooled, to question and to fit again.`;
  return [
    `---\ntitle: ${yaml(title)}\ndescription: ${yaml(description)}\n---`,
    js(imports(words.about.includes("groupsText(") ? `groupsText, ${usual}` : usual)),
    js(`const page = new StudyPage(
  {
    study: await ${file("study.json")}.json(),
    effects: await ${bytes("effects")},
    parameters: await ${bytes("parameters")},
    curves: await ${bytes("curves")}
  },
  {
    engine: () => import("./live/index.js"),
${["lens", "draws", "covariances"].map(later).join(",\n")},
    cells: {
${cells.join(",\n")}
    },
    choices: () => ${bytes("choices")},
    choiceEffects: () => ${bytes("choice-effects")},
    tables: () => ${file("tables.json")}.json(),
    whole: {diagnostics: () => ${bytes("diagnostics")}}
  }
);`)
  ];
}

/** The sections' modules; `answers` are the functions that make sentences. */
const imports = (
  answers: string
): string => `import {cellsReading} from "./components/live-readings.js";
import {${answers}} from "./components/study-answer.js";
import {StudyPage} from "./components/study-page.js";
import {Checks, DataAndModels, Diagnostics, RefitHere, TakeAlong, WhatElseCouldBeChosen, WhatShiftsIt} from "./components/study-record.js";
import {AllGroups, AnyTwoGroups, BesideLeastSquares, ByCharacteristic} from "./components/study-sections.js";`;

function answers(several: boolean): string[] {
  return [
    "## How sure?",
    `<p>\${surenessText(page, seen)}${several ? " ${otherAnswers(page, seen)}" : ""}</p>`,
    "## For whom?",
    js(
      "display(AllGroups(page, seen));\ndisplay(ByCharacteristic(page, seen));\ndisplay(WhatShiftsIt(page, seen));"
    ),
    "### Compare any two groups",
    js("display(AnyTwoGroups(page, seen));"),
    "[**Type S** and **Type M**](./method#type-s-and-type-m) ask how a classical comparison of the same two groups would mislead, if the model’s difference were the truth.",
    "## Compared with OLS",
    js("display(BesideLeastSquares(page, seen));")
  ];
}

const record: readonly string[] = [
  "## What would change it?",
  "Change the model and fit it again, here, on your device. The page holds no list of rows but sums over sets of rows alike in every characteristic and in treatment, which are all that a model asks for. ${cellsReading(page.models, page.report.study)}",
  js("display(RefitHere(page));"),
  js("display(await WhatElseCouldBeChosen(page, seen));"),
  "## Can the draws be trusted?",
  js("display(Diagnostics(page));\ndisplay(Checks(page));"),
  "## Data, models, priors",
  js("display(DataAndModels(page));"),
  "## Cite and take away",
  js("display(await TakeAlong(page));")
];

function js(code: string): string {
  return `\`\`\`js\n${code}\n\`\`\``;
}

/** A text as one line of front matter. */
function yaml(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return /^[A-Za-z][^:#"'[\]{}]*$/u.test(line) ? line : JSON.stringify(line);
}
