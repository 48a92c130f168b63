// What changed between two sites, as Markdown for a pull request.
import {
  count,
  effectNumber,
  intervalText,
  listText,
  numberText,
  percentText,
  signedText,
  unitName
} from "../components/format.js";
import type {GroupChange} from "./group-changes.js";
import type {ModelChange, Setting} from "./model-changes.js";
import type {SiteChange, StudyChange} from "./study-changes.js";

/** Groups listed of each model; the rest is counted. */
const FEW = 10;

/** A shift below this, in posterior sds, is not worth a reader's time. */
const SMALL = 0.05;

/** The whole comparison as Markdown; one sentence where nothing changed. */
export function diffMarkdown(change: SiteChange): string {
  const parts = [
    ...change.added.map((title) => `New study: **${plain(title)}**.`),
    ...change.removed.map((title) => `Removed study: **${plain(title)}**.`),
    ...change.studies.flatMap(studyPart)
  ];
  return `${parts.length === 0 ? "No number has moved, and no model, prior or data file has changed." : parts.join("\n\n")}\n`;
}

function studyPart(study: StudyChange): string[] {
  const models = study.models.filter(
    ({refitted, settings, advice, groups}) =>
      refitted ||
      settings.length + advice.added.length + advice.removed.length > 0 ||
      groups.shared.some(({shift}) => shift !== 0)
  );
  const {added, removed, settings} = study;
  if (models.length + added.length + removed.length + settings.length === 0) return [];
  return [
    `## ${plain(study.title)}`,
    ...settingLines(settings),
    ...(added.length > 0 ? [`New: ${listText(added.map(plain))}.`] : []),
    ...(removed.length > 0 ? [`No longer there: ${listText(removed.map(plain))}.`] : []),
    ...models.flatMap((model) => modelPart(model, study))
  ];
}

function modelPart(model: ModelChange, {outcome}: StudyChange): string[] {
  const {shared, added, removed} = model.groups;
  const moved = shared.filter(({shift}) => Math.abs(shift) >= SMALL);
  const rest = shared.length - moved.slice(0, FEW).length;
  const rows = moved.slice(0, FEW).map((one) => row(one, outcome));
  return [
    `### ${plain(model.title)}`,
    ...settingLines(model.settings),
    `${movedSentence(shared)}${clearSentence(shared)}${groupsSentence(added.length, removed.length)}`,
    ...(rows.length > 0
      ? [
          [
            `| group | n | before, ${unitName(outcome)} | after | shift, sd | went over zero |`,
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            ...rows
          ].join("\n"),
          ...(rest > 0 ? [`${count(rest, "other group")} moved less.`] : [])
        ]
      : []),
    ...model.advice.added.map(
      ({code, message, remedy}) => `New advice ${code}: ${message} ${remedy}`
    ),
    ...model.advice.removed.map(({code, message}) => `No longer said, ${code}: ${message}`)
  ];
}

/** "The means of 3 of 12 groups moved by 0.05 sd or more, at most by −0.8 sd (…)." */
function movedSentence(shared: readonly GroupChange[]): string {
  if (shared.length === 0) return "No group is in both.";
  const moved = shared.filter(({shift}) => Math.abs(shift) >= SMALL).length;
  const [{shift, after}] = shared;
  if (shift === 0) return `None of ${count(shared.length, "group")} has moved.`;
  return `${moved === 0 ? "No group" : numberText(moved)} of ${numberText(shared.length)} moved by ${numberText(SMALL, 2)} posterior sd or more; the farthest by ${signedText(shift, 2)} sd (${plain(after.label)}).`;
}

/** Whose intervals became clear of zero, and whose did not stay so. */
function clearSentence(shared: readonly GroupChange[]): string {
  const named = (kind: GroupChange["clear"]): string[] =>
    shared.filter(({clear}) => clear === kind).map(({after}) => plain(after.label));
  const [gained, lost] = [named("gained"), named("lost")];
  return [
    gained.length > 0 && ` The 95% interval is now clear of zero in ${inWords(gained)}.`,
    lost.length > 0 && ` It is clear of zero no longer in ${inWords(lost)}.`
  ]
    .filter((sentence) => sentence !== false)
    .join("");
}

function inWords(labels: readonly string[]): string {
  if (labels.length <= 3) return listText(labels.map((label) => `“${label}”`));
  return count(labels.length, "group");
}

function groupsSentence(added: number, removed: number): string {
  const parts = [
    ...(added > 0 ? [`${count(added, "group")} new`] : []),
    ...(removed > 0 ? [`${count(removed, "group")} gone`] : [])
  ];
  return parts.length > 0 ? ` Of groups, ${listText(parts)}.` : "";
}

function row(
  {before, after, shift, crossed}: GroupChange,
  outcome: StudyChange["outcome"]
): string {
  const effect = ({median, lower95, upper95}: typeof before): string =>
    `${effectNumber(median, outcome)} (${intervalText(lower95, upper95, outcome)})`;
  const n =
    before.n === after.n ? numberText(after.n) : `${numberText(before.n)} → ${numberText(after.n)}`;
  const over =
    Math.abs(crossed) < 0.005
      ? ""
      : `${percentText(Math.abs(crossed))} ${crossed > 0 ? "up" : "down"}`;
  return `| ${plain(after.label)} | ${n} | ${effect(before)} | ${effect(after)} | ${signedText(shift, 2)} | ${over} |`;
}

function settingLines(settings: readonly Setting[]): string[] {
  if (settings.length === 0) return [];
  return [
    settings
      .map(({what, before, after}) => `- ${what}: ${code(before)} → ${code(after)}`)
      .join("\n")
  ];
}

/** Text from data, with nothing in it that Markdown or HTML would take for more. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#]/g, "\\$&").replaceAll(/\s+/g, " ");
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll(/\s+/g, " ")}\``;
}
