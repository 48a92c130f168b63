// The sections of a study's page that show effects: all groups, by characteristic, in pairs, beside OLS.
import {GroupExplorer} from "./explorer.js";
import {Figure} from "./figure.js";
import {lowerFirst} from "./filter-words.js";
import {count, listText, numberText} from "./format.js";
import {LadderFigures} from "./ladder-figures.js";
import {intervalsText, lensReading, levelsText, readoutOf} from "./lens-captions.js";
import {lensRecords} from "./lens-records.js";
import {lensSentence} from "./lens-words.js";
import {boxNote} from "./box-layout.js";
import {ModifierBoxes} from "./modifier-boxes.js";
import {PairComparison} from "./pair-comparison.js";
import type {StudyPage} from "./study-page.js";
import {axisTitle, statusOf, wordsOf, type Seen} from "./study-parts.js";
import {togetherOf} from "./together.js";

type Facts = Readonly<Partial<Record<string, number>>>;

interface Common extends ReturnType<typeof wordsOf>, ReturnType<typeof statusOf> {
  readonly highlight: StudyPage["highlight"];
  readonly modifiers: Seen["modifiers"];
  readonly names?: readonly string[];
}

function common({report, highlight}: StudyPage, seen: Seen): Common {
  const {study} = report;
  return {
    ...wordsOf(study, seen),
    ...statusOf(study, seen.model),
    highlight,
    modifiers: seen.modifiers,
    ...(study.names && {names: study.names})
  };
}

/** Whether a level says by itself what it is: a range, or "yes", does not, so that a key of it would be a riddle. */
function isTelling(level: string): boolean {
  return (
    /\p{L}{3}/u.test(level) && !/^(?:yes|none|not stated|low|high|other|true|false)$/i.test(level)
  );
}

/** Every group with its interval, to search, filter, sort and split into panels. */
export function AllGroups(page: StudyPage, seen: Seen): HTMLElement {
  const {lens, model, modifiers} = seen;
  const words = common(page, seen);
  const {study} = page.report;
  const {smallest_group: low = NaN, largest_group: high = NaN}: Facts = model.facts;
  const size = `Groups hold ${numberText(low)} to ${count(high, "row")}.`;
  const facet = modifiers.at(0);
  const mark = modifiers
    .slice(1)
    .find(({levels}) => levels.length === 2 && levels.every(isTelling));
  return GroupExplorer(lens.rows(model.id), {
    ...words,
    id: "groups",
    number: 1,
    name: `${study.id}-groups`,
    start: {facet: modifiers.length > 1 ? (facet?.name ?? "") : ""},
    ...{mark, together: togetherOf(lens, model.id, words), title: axisTitle(study, model)},
    caption:
      `${model.title}, n = ${numberText(model.n)}. ${intervalsText(lens, words)} ${size} ${lens.kind === "groups" ? "" : lensReading(lens, model.id, words)}`.trim()
  });
}

/** The groups' effects by one characteristic at a time. */
export function ByCharacteristic(page: StudyPage, seen: Seen): HTMLElement {
  const {lens, model, modifiers} = seen;
  const {names: _, ...words} = common(page, seen);
  const {study} = page.report;
  const rows = lens.rows(model.id);
  const labels = modifiers.map(({label}) => lowerFirst(label, study.names));
  return Figure(
    (width) =>
      ModifierBoxes(rows, {
        ...words,
        width,
        answers: lens.levels(model.id),
        title: axisTitle(study, model)
      }),
    {
      ...words,
      id: "by-characteristic",
      number: 2,
      name: `${study.id}-by-characteristic`,
      title: `Is it ${listText(labels, "or")} that divides the groups?`,
      caption:
        lens.kind === "groups"
          ? `Boxplots of the groups’ ${words.point} effects by one characteristic at a time; a box runs from the lower to the upper quartile of the groups, points are groups, sized by n.${boxNote(rows, modifiers)} ${model.title}, n = ${numberText(model.n)}.`
          : `${model.title}. ${levelsText(lens, words)}. ${lensSentence(lens, model.id, words)}`,
      rows: lensRecords(lens, model.id, {...words, levels: true}),
      readout: readoutOf(lens, model.id, words)
    }
  );
}

/** Two groups that the reader chooses, and their difference. */
export function AnyTwoGroups(page: StudyPage, seen: Seen): HTMLElement {
  const {model} = seen;
  const observed = page.report.effects.filter((row) => row.model === model.id);
  return PairComparison(observed, {
    ...common(page, seen),
    compare: page.compare,
    id: "pair",
    name: `${page.report.study.id}-pair`,
    model: model.id,
    allDraws: model.sampler.chains * model.sampler.draws
  });
}

/** The same effects under complete pooling, additive and saturated OLS, and partial pooling. */
export function BesideLeastSquares(page: StudyPage, seen: Seen): HTMLElement {
  const {model, lens} = seen;
  return LadderFigures(lens.rows(model.id), {
    ...common(page, seen),
    number: 4,
    name: page.report.study.id,
    of: `${model.title}; OLS has every characteristic’s baseline, ${model.ols_errors}`
  });
}
