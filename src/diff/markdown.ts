// What changed between two sites, as Markdown for a pull request.
import {
  count,
  effectNumber,
  intervalText,
  listText,
  numberText,
  signedText,
  unitName
} from "../components/format.js";
import {crossedText, farthest, movedReading} from "../components/moved-readings.js";
import type {GroupChange, ModelChange, Setting} from "../components/moved-types.js";
import {isChanged} from "./model-changes.js";
import type {SiteChange, StudyChange} from "./study-changes.js";

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
  const models = study.models.filter(isChanged);
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
  const moved = farthest(model.groups);
  const rest = model.groups.shared.length - moved.length;
  const rows = moved.map((one) => row(one, outcome));
  return [
    `### ${plain(model.title)}`,
    ...settingLines(model.settings),
    movedReading(model.groups, plain),
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

function row(
  {before, after, shift, crossed}: GroupChange,
  outcome: StudyChange["outcome"]
): string {
  const effect = ({median, lower, upper}: typeof before): string =>
    `${effectNumber(median, outcome)} (${intervalText(lower[95], upper[95], outcome)})`;
  const n =
    before.n === after.n ? numberText(after.n) : `${numberText(before.n)} → ${numberText(after.n)}`;
  return `| ${plain(after.label)} | ${n} | ${effect(before)} | ${effect(after)} | ${signedText(shift, 2)} | ${crossedText(crossed)} |`;
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
