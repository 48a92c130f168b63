// A reader's file as far as their choice keeps its rows, profiled anew once for each selection.
import type {YourChoice} from "../components/your-types.js";
import {profileTable} from "../data/profile/column-profile.js";
import {keepRows, type KeptRows} from "../data/profile/keep-rows.js";
import {withoutAnswers, type Answered} from "../data/profile/no-answer.js";
import type {Opened} from "./opened.js";

/** The file with the kept rows only, and the selection in its own values. */
export interface KeptFile
  extends Pick<Opened, "columns" | "profiles" | "source">, KeptRows, Pick<Answered, "noAnswer"> {}

const known = new WeakMap<Opened, readonly [selection: string, kept: KeptFile]>();

/** The rows that a choice keeps, codes for no answer missing in them. Raises an InputError where there are none. */
export function keptFile(opened: Opened, choice: Pick<YourChoice, "where" | "noAnswer">): KeptFile {
  const {columns, profiles, source, words} = opened;
  const {where, noAnswer} = choice;
  if (Object.keys({...where, ...noAnswer}).length === 0)
    return {columns, profiles, source, where: {}, without: {}, noAnswer: {}};
  const selection = JSON.stringify([where, noAnswer]);
  const before = known.get(opened);
  if (before?.[0] === selection) return before[1];
  const answered = withoutAnswers(columns, noAnswer);
  const kept = {...keepRows(answered.columns, where), noAnswer: answered.noAnswer};
  const own: KeptFile = {...kept, source, profiles: profileTable({columns: kept.columns, words})};
  known.set(opened, [selection, own]);
  return own;
}
