// What became of each group's effect: two posteriors of it, and how far apart they are.
import type {GroupChange, GroupChanges, GroupState} from "../components/moved-types.js";

const isClear = ({lower, upper}: GroupState): boolean => lower[95] > 0 || upper[95] < 0;

/** Compares the groups of a model, by key, in two reports. */
export function groupChanges(
  before: ReadonlyMap<string, GroupState>,
  after: ReadonlyMap<string, GroupState>
): GroupChanges {
  const shared: GroupChange[] = [];
  for (const [group, old] of before) {
    const now = after.get(group);
    if (!now) continue;
    shared.push({
      group,
      before: old,
      after: now,
      // Two equal numbers have not moved, whatever the sd.
      shift: now.mean === old.mean ? 0 : (now.mean - old.mean) / old.sd,
      crossed: now.positive - old.positive,
      clear: isClear(now) === isClear(old) ? null : isClear(now) ? "gained" : "lost"
    });
  }
  shared.sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  return {
    shared,
    added: [...after].filter(([group]) => !before.has(group)).map(([, state]) => state),
    removed: [...before].filter(([group]) => !after.has(group)).map(([, state]) => state)
  };
}
