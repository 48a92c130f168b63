// Finds groups among those of the page, its explorer's first, and says how words were read.
import {matchSentence} from "./match-readings.js";
import {searchGroups} from "./search-groups.js";
import type {EffectRow, Modifier} from "./types.js";

/** What words came to. */
export interface GroupSearch {
  readonly rows: readonly EffectRow[];
  /** Whether the page's explorer has them. */
  readonly explored: boolean;
  /** Whether they leave any group out. */
  readonly some: boolean;
  /** How many match, and how the words were read. */
  readonly sentence: string;
}

/** Looks among `explored`, and where none of those matches among all `groups`. */
export function searchPage(
  text: string,
  groups: readonly EffectRow[],
  explored: readonly EffectRow[],
  modifiers: readonly Modifier[]
): GroupSearch {
  const own = searchGroups(explored, text, modifiers);
  const isOwn = own.rows.length > 0;
  const {rows, ...read} = isOwn ? own : searchGroups(groups, text, modifiers);
  const all = isOwn ? explored.length : groups.length;
  return {
    rows,
    explored: isOwn,
    some: rows.length > 0 && rows.length < all,
    sentence: matchSentence(rows.length, all, {...read, modifiers})
  };
}
