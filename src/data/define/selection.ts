// Which rows of its file a study is of, in a sentence that stays short however many values are kept.
import type {Declaration} from "./declaration.js";
import {inSentence, listed} from "./words.js";

type Values = NonNullable<Declaration["where"]>;

/** So many values of a column are named one by one. */
const NAMED = 4;

/** Of more, those that are left out are named where they are as few as this. */
const LEFT_OUT = 3;

/**
 * Which rows are used: "Rows with year “98”, and with any state but “West”", or "Rows with one of fourteen values of
 * state" where neither the kept values nor the others are few. Without digits but those of values, as prose is written.
 */
export function selectionText(
  declaration: Pick<Declaration, "where" | "whereWords" | "capitals">
): string {
  const {where = {}, whereWords = {}} = declaration;
  const lower = inSentence(declaration);
  const quoted = (values: readonly (number | string)[]): string[] =>
    values.map((value) => `“${value}”`);
  const parts = Object.entries(where).map(([name, own]) => {
    const {label, without = []} = whereWords[name] ?? {};
    const called = label === undefined ? name : lower(label);
    if (own.length <= NAMED) return `with ${called} ${quoted(own).join(" or ")}`;
    return without.length > 0
      ? `with any ${called} but ${listed(quoted(without))}`
      : `with one of ${countInWords(own.length)} values of ${called}`;
  });
  return `Rows ${parts.join(", and ")}`;
}

/**
 * The selection as it is declared, with what {@link selectionText} needs beside the kept values: a column's label where
 * it is another word than its name, and the values that are left out where it names these. Nothing where all rows are kept.
 */
export function selectionOf(
  where: Values,
  without: Values,
  labelOf: (column: string) => string
): Pick<Declaration, "where" | "whereWords"> {
  if (Object.keys(where).length === 0) return {};
  const entries = Object.entries(where).map(([name, own]) => {
    const [label, others] = [labelOf(name), without[name] ?? []];
    const areNamed = own.length > NAMED && others.length > 0 && others.length <= LEFT_OUT;
    const isOther = label.toLowerCase() !== name.toLowerCase();
    return [name, {...(isOther && {label}), ...(areNamed && {without: others})}] as const;
  });
  const needed = entries.filter(([, words]) => Object.keys(words).length > 0);
  return {where, ...(needed.length > 0 && {whereWords: Object.fromEntries(needed)})};
}

const SMALL =
  "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

/** "fourteen", "thirty-one"; from a hundred on "more than ninety-nine". */
function countInWords(n: number): string {
  const small = SMALL.split(" ");
  if (n < small.length) return small[n];
  if (n > 99) return "more than ninety-nine";
  const [tens, ones] = [TENS.split(" ")[Math.floor(n / 10) - 2], n % 10];
  return ones === 0 ? tens : `${tens}-${small[ones]}`;
}
