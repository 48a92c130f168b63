// What became of a study between two builds, types only.
import type {Advice} from "./study-types.js";
import type {Estimate} from "./types.js";

/** A group's posterior as a report shows it; effects in the units of the outcome. */
export interface GroupState extends Estimate {
  readonly label: string;
  readonly n: number;
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

/** A setting that differs, in words. */
export interface Setting {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A model that both reports have. */
export interface ModelChange {
  readonly id: string;
  readonly title: string;
  /** False where the fit's key is the same: then nothing of it can have moved. */
  readonly refitted: boolean;
  readonly settings: readonly Setting[];
  readonly groups: GroupChanges;
  readonly advice: {readonly added: readonly Advice[]; readonly removed: readonly Advice[]};
}

/** A study that both builds have. */
export interface StudyMoved {
  /** Data, rows and versions that differ. */
  readonly settings: readonly Setting[];
  /** Models of which anything differs. */
  readonly models: readonly ModelChange[];
  /** Titles of models that only one of them has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
