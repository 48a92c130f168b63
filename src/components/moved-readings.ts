// What moved between two builds, in sentences: of pages and of Markdown.
import {count, listText, numberText, percentText, signedText} from "./format.js";
import type {GroupChange, GroupChanges} from "./moved-types.js";

/** Groups shown of each model; the rest is counted. */
const mostMoved = 10;

/** A shift below this, in posterior sds, is not worth a reader's time. */
const SMALL = 0.05;

/** Text from data as the place takes it that it goes to. */
export type Plain = (text: string) => string;

const asItIs: Plain = (text) => text;

/** The groups that moved far enough to be shown, farthest first. */
export function farthest({shared}: GroupChanges): readonly GroupChange[] {
  return shared.filter(({shift}) => Math.abs(shift) >= SMALL).slice(0, mostMoved);
}

/** "3 of 12 groups moved …", whose interval became clear of zero or is so no longer, groups that are new or gone. */
export function movedReading({shared, added, removed}: GroupChanges, plain = asItIs): string {
  return `${movedSentence(shared, plain)}${clearSentence(shared, plain)}${groupsSentence(added.length, removed.length)}`;
}

function movedSentence(shared: readonly GroupChange[], plain: Plain): string {
  const first = shared.at(0);
  if (!first) return "No group is in both.";
  if (first.shift === 0) return `None of ${count(shared.length, "group")} has moved.`;
  const moved = shared.filter(({shift}) => Math.abs(shift) >= SMALL).length;
  return `${moved === 0 ? "No group" : numberText(moved)} of ${numberText(shared.length)} moved by ${numberText(SMALL, 2)} posterior sd or more; the farthest by ${signedText(first.shift, 2)} sd (${plain(first.after.label)}).`;
}

function clearSentence(shared: readonly GroupChange[], plain: Plain): string {
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

/** "9% up": how much of the posterior went over zero, and to which side; empty where hardly any did. */
export function crossedText(crossed: number): string {
  if (!(Math.abs(crossed) >= 0.005)) return "";
  return `${percentText(Math.abs(crossed))} ${crossed > 0 ? "up" : "down"}`;
}
