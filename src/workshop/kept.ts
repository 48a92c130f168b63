// A reader's file as far as their choice keeps its rows, profiled anew once for each selection.
import type {YourChoice} from "../components/your-types.js";
import {profileTable} from "../data/profile/column-profile.js";
import {keepRows, type KeptRows} from "../data/profile/keep-rows.js";
import type {Opened} from "./opened.js";

/** The file with the kept rows only, and the selection in its own values. */
export interface KeptFile extends Pick<Opened, "columns" | "profiles" | "source">, KeptRows {}

const known = new WeakMap<Opened, readonly [selection: string, kept: KeptFile]>();

/** The rows that a choice keeps. Raises an InputError where there are none. */
export function keptFile(opened: Opened, {where}: Pick<YourChoice, "where">): KeptFile {
  const {columns, profiles, source, words} = opened;
  if (Object.keys(where).length === 0) return {columns, profiles, source, where: {}, without: {}};
  const selection = JSON.stringify(where);
  const before = known.get(opened);
  if (before?.[0] === selection) return before[1];
  const kept = keepRows(columns, where);
  const own: KeptFile = {...kept, source, profiles: profileTable({columns: kept.columns, words})};
  known.set(opened, [selection, own]);
  return own;
}
