// Holds a run of groups: from where a drag or a row of shifted arrows began to where it is now.
import type {Highlight} from "./highlight.js";

/** A run of groups in the making. */
export interface Range {
  /** Begins a run at this group. */
  begin(group: string): void;
  /** Holds all groups from the beginning to this one, both included. */
  reach(group: string): void;
  /** Adds a group to those held, or takes it out. */
  toggle(group: string): void;
}

/** Runs in the order that `order` gives at the time. */
export function createRange(highlight: Highlight, order: () => readonly string[]): Range {
  let anchor: string | null = null;
  return {
    begin(group) {
      anchor = group;
    },
    reach(group) {
      anchor ??= highlight.pinned ?? group;
      const groups = order();
      const ends = [groups.indexOf(anchor), groups.indexOf(group)].sort((a, b) => a - b);
      const [from = -1, to = -1] = ends;
      highlight.select(from < 0 ? [group] : groups.slice(from, to + 1));
    },
    toggle(group) {
      anchor = group;
      const held = new Set(highlight.selected);
      if (!held.delete(group)) held.add(group);
      highlight.select(held);
    }
  };
}
