// What moved since another build, as a section of a study's page: every changed model's groups, now and before.
import {Caterpillar} from "./caterpillar.js";
import {element} from "./dom.js";
import {Figure} from "./figure.js";
import {count, listText, signedText} from "./format.js";
import type {Highlight} from "./highlight.js";
import {crossedText, farthest, movedReading} from "./moved-readings.js";
import type {GroupChange, ModelChange, Setting, StudyMoved} from "./moved-types.js";
import {AdviceList} from "./notices.js";
import {effectRecords} from "./records.js";
import type {Report} from "./report.js";
import {groupSentence} from "./sentence.js";
import type {Row} from "./take.js";
import type {EffectRow} from "./types.js";

const rungs = ["partial", "before"] as const;

interface Shown {
  readonly change: GroupChange;
  readonly row: EffectRow;
}

/** The section for a study and what of it moved; figures answer to `highlight`. */
export function Moved(
  report: Report,
  {settings, models, added, removed}: StudyMoved,
  highlight?: Highlight
): HTMLElement {
  const news = [
    added.length > 0 && `New: ${listText(added)}.`,
    removed.length > 0 && `No longer there: ${listText(removed)}.`
  ].filter((one) => one !== false);
  return element(
    "section",
    {class: "moved", "aria-labelledby": "moved-title"},
    element("h2", {id: "moved-title"}, "What moved since the build before"),
    settingList(settings),
    ...news.map((text) => element("p", {}, text)),
    ...models.flatMap((model) => modelPart(report, model, highlight))
  );
}

function modelPart(report: Report, model: ModelChange, highlight?: Highlight): Node[] {
  const {added, removed} = model.advice;
  const shown = shownGroups(report, model);
  return [
    element("p", {}, element("b", {}, `${model.title}. `), movedReading(model.groups)),
    settingList(model.settings),
    ...(shown.length > 0 ? [movedFigure(report, model, shown, highlight)] : []),
    ...(added.length > 0 ? [element("p", {}, "New advice:"), AdviceList(added)] : []),
    ...(removed.length > 0 ? [element("p", {}, "No longer said:"), AdviceList(removed)] : [])
  ];
}

function settingList(settings: readonly Setting[]): Node {
  const items = settings.map(({what, before, after}) =>
    element("li", {}, `${what}: `, element("del", {}, before), " → ", element("ins", {}, after))
  );
  return items.length > 0 ? element("ul", {}, ...items) : document.createDocumentFragment();
}

/** The groups that moved farthest, as rows with both estimates. */
function shownGroups({effects}: Report, {id, groups}: ModelChange): Shown[] {
  const rows = new Map(
    effects.filter(({model}) => model === id).map((row) => [row.group, row] as const)
  );
  return farthest(groups).flatMap((change) => {
    const row = rows.get(change.group);
    return row ? [{change, row: {...row, rungs: {...row.rungs, before: change.before}}}] : [];
  });
}

function movedFigure(
  {study}: Report,
  model: ModelChange,
  shown: readonly Shown[],
  highlight?: Highlight
): HTMLElement {
  const {outcome} = study;
  const rows = shown.map(({row}) => row);
  const rest = model.groups.shared.length - shown.length;
  const [rung, compare] = rungs;
  return Figure(
    (width) => Caterpillar(rows, {outcome, width, rung, compare, title: outcome.unit}),
    {
      id: `moved-${model.id}`,
      name: `${study.id}-${model.id}-moved`,
      title: `${model.title}: now and before`,
      caption: `Each group’s effect now (solid) and in the build before (hollow, dashed): median, 50% (thick) and 95% (thin) equal-tailed credible intervals. A shift is the difference of the two means in posterior standard deviations of before.${rest > 0 ? ` ${count(rest, "other group")} moved less.` : ""}`,
      rows: () =>
        effectRecords(rows, {outcome, modifiers: study.modifiers, rungs}).map((record, i) =>
          changeRecord(record, shown[i]?.change)
        ),
      highlight,
      readout: (group) => {
        const one = shown.find(({row}) => row.group === group);
        return one ? changeSentence(one, groupSentence(one.row, {outcome, rungs})) : "";
      },
      standIn: study.stand_in,
      unconverged: study.models.find(({id}) => id === model.id)?.unconverged ?? ""
    }
  );
}

function changeRecord(record: Row, change: GroupChange | undefined): Row {
  if (!change) return record;
  const {before, shift, crossed, clear} = change;
  const told = {n_before: before.n, shift_in_sds: shift, crossed_zero: crossed};
  return {...record, ...told, clear_of_zero: clear ?? "as before"};
}

function changeSentence({change}: Shown, sentence: string): string {
  const over = crossedText(change.crossed);
  return `${sentence}; moved by ${signedText(change.shift, 2)} sd${over === "" ? "" : `, ${over} over zero`}`;
}
