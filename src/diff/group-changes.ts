// What became of each group's effect: two posteriors of it, and how far apart they are.

/** A group's posterior as a report shows it; effects in the units of the outcome. */
export interface GroupState {
  readonly label: string;
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly lower95: number;
  readonly upper95: number;
  /** The probability that the effect is above zero. */
  readonly positive: number;
}

/** A group that both reports have. */
export interface GroupChange {
  /** Its key: modifier codes joined by "_". */
  readonly group: string;
  readonly before: GroupState;
  readonly after: GroupState;
  /** The difference of the means, in posterior standard deviations of before. */
  readonly shift: number;
  /** The probability that went over zero, to the positive side where it is above 0. */
  readonly crossed: number;
  /** Whether the 95 % interval became clear of zero, or is so no longer. */
  readonly clear: "gained" | "lost" | null;
}

/** All groups of one model, compared. */
export interface GroupChanges {
  /** Farthest moved first. */
  readonly shared: readonly GroupChange[];
  readonly added: readonly GroupState[];
  readonly removed: readonly GroupState[];
}

const isClear = ({lower95, upper95}: GroupState): boolean => lower95 > 0 || upper95 < 0;

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
