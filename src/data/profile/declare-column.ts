// A profiled column as a study declares it: name, words, levels with their rows.
import type {Column} from "../../engine/index.js";
import type {DeclaredColumn, Level} from "../define/declaration.js";
import {lowered} from "../define/words.js";
import {answersInOrder} from "./answer-scale.js";
import {binColumn} from "./bins.js";
import type {ColumnProfile} from "./column-profile.js";

/** From this share of missing values on they are a level of their own, and rows are not lost. */
const MANY_MISSING = 0.1;

/** A modifier of more levels is binned. */
const MOST_LEVELS = 6;

/** A name that formulas, files and addresses take; the file's own where it is one already. */
export function formulaName(name: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9_.]+/gu, "_")
    .replaceAll(/^[_.]+|[_.]+$/gu, "");
  const base = /^[A-Za-z]/u.test(plain) ? plain : `x${plain === "" ? "" : `_${plain}`}`;
  let own = base;
  for (let k = 2; taken.has(own); ++k) own = `${base}_${String(k)}`;
  return own;
}

/** An outcome of more numbers is told by its moments; answers in words are all named. */
const MOST_ANSWERS = 5;

/** Answers that the file has words for are named up to here. */
const MOST_LABELLED = 7;

/** As an outcome: levels where there are few or they are texts, else mean and standard deviation. */
export function declareOutcome(profile: ColumnProfile): DeclaredColumn {
  const {isText, isLabelled, label} = profile;
  const levels = isText ? answersOf(profile) : profile.levels;
  const most = isLabelled ? MOST_LABELLED : MOST_ANSWERS;
  if (isText || (levels.length > 0 && levels.length <= most))
    return {label, levels: levels.map(([value, text, n]) => [value, text, n])};
  return {label, ...moments(profile)};
}

/** The levels of a column of texts that are answers, from low to high; none where their order is unknown. */
export function answersOf({levels, kind}: ColumnProfile): ColumnProfile["levels"] {
  if (kind === "two values" || kind === "steps") return levels;
  const order = answersInOrder(levels.map(([value]) => String(value))) ?? [];
  return order.flatMap((text) => levels.filter(([value]) => value === text));
}

/** As a control: levels where there are some, else a number in two standard deviations. */
export function declareControl(profile: ColumnProfile): DeclaredColumn {
  return profile.levels.length === 0
    ? {label: profile.label, ...moments(profile)}
    : {label: profile.label, ...levelled(profile)};
}

/**
 * As a modifier: its levels, or `bins` ranges of about equal size where it has many, or wherever their
 * number is given. A modifier that many rows have no value of, by the share `missing`, keeps these rows, as a level.
 */
export function declareModifier(
  profile: ColumnProfile,
  column: Column,
  missing: number,
  bins?: number
): DeclaredColumn {
  const {label, levels, kind} = profile;
  const many = levels.length === 0 || (kind === "steps" && levels.length > MOST_LEVELS);
  if ((many || bins !== undefined) && column instanceof Float64Array)
    return {label, bins: binColumn(column, bins ?? 2)};
  return {
    label,
    ...levelled(profile),
    ...(missing > MANY_MISSING && {missing: "Not stated"})
  };
}

/** The column with some of its values made one level, which bears the names of all. */
export function mergeLevels(column: DeclaredColumn, values: readonly string[]): DeclaredColumn {
  const {levels} = column;
  const own = (levels ?? []).filter(([value]) => values.includes(String(value)));
  if (!levels || own.length < 2) return column;
  const together = own.map(([, text]) => text).join(" or ");
  return {
    ...column,
    levels: levels.map(([value, text, n]) => [
      value,
      values.includes(String(value)) ? together : text,
      n
    ])
  };
}

function levelled(profile: ColumnProfile): Partial<DeclaredColumn> {
  const {kind, isLabelled, isText, label} = profile;
  const inOrder = isText ? answersInOrder(profile.levels.map(([value]) => String(value))) : null;
  // What is no step of the scale, such as "Don't know", comes after it.
  const place = ([value]: Level): number => inOrder?.indexOf(String(value)) ?? -1;
  const levels = inOrder
    ? profile.levels.toSorted((a, b) => (place(a) + 1 || Infinity) - (place(b) + 1 || Infinity))
    : profile.levels;
  const areNames = (isLabelled || isText) && kind !== "steps" && looksLikeNames(profile);
  // Beside names, what the file writes small is no name: "Spanish", but "indigenous".
  const asIs = areNames && !levels.every(([, text]) => /^\p{Lu}/u.test(text.trim()));
  const words = levels.map(([value, text, n]): Level => [
    value,
    asIs ? text.trim().replaceAll(/_+/g, " ") : labelled(text),
    n
  ]);
  const [first, second] = words;
  const isIndicator = words.length === 2 && !isText && first[0] === 0 && second[0] === 1;
  if (isIndicator && !isLabelled) {
    return {
      levels: [
        [0, `Not ${lowered(label)}`, first[2]],
        [1, label, second[2]]
      ]
    };
  }
  return {
    levels: words,
    ...(kind === "steps" && {steps: true}),
    ...(areNames && {names: true})
  };
}

/** What such columns hold is written with capitals inside sentences too. */
const NAMED =
  /countr|nation|continent|region|province|\bstate|cit(?:y|ies)\b|district|party|relig|ethnic|race|language|candidate|\bname|\bpa[ií]s\b|\bpays\b|\bland\b|estado|entidad|provincia|municip|lengua|idioma|langue|sprache|partido|partei|parti\b|candidat/i;

/** Languages and peoples, which English writes with capitals wherever they stand. */
const PEOPLE = /^\p{Lu}\p{L}+(?:ish|ese|[a-z]ian|ean|ican|ench|utch|erman|reek|huatl|\bArabs?)$/u;

/** Whether levels are names: all with capitals in the file, and of such a column or of several capitals. */
function looksLikeNames({name, label, levels}: ColumnProfile): boolean {
  const texts = levels.map(([, text]) => text.trim());
  if (texts.some((text) => PEOPLE.test(text))) return true;
  if (!texts.every((text) => /^\p{Lu}/u.test(text))) return false;
  return (
    NAMED.test(`${name.replaceAll("_", " ")} ${label}`) ||
    texts.some((text) => /\s\p{Lu}\p{Ll}/u.test(text))
  );
}

function labelled(text: string): string {
  const words = text.trim().replaceAll(/_+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Mean and standard deviation as they are declared. */
export function moments({mean, sd}: ColumnProfile): {mean: number; sd: number} {
  return {mean: Number(mean.toPrecision(6)), sd: Number(sd.toPrecision(6))};
}
