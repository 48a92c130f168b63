// What a reader's choice comes to before any fit, types only.
import type {YourChoice} from "./your-types.js";

/** Groups in numbers. */
export interface GroupSizes {
  readonly rows: number;
  readonly groups: number;
  readonly smallest: number;
  readonly median: number;
  readonly largest: number;
  readonly small: number;
  readonly lacking: number;
}

/** Other groups that could be had, and the choice that makes them. */
export interface Alternative {
  readonly what: string;
  readonly sizes: GroupSizes;
  readonly choice: YourChoice;
}

/** What a choice comes to, before any fit. */
export interface YourPlan {
  /** The choice, with roles for columns that a formula names and that had none. */
  readonly choice: YourChoice;
  readonly sizes: GroupSizes;
  /** Rows of the file. */
  readonly rows: number;
  /** Which of them are left out, and why; empty where none is. */
  readonly left: string;
  /** Which columns have levels without words, and where to give them; empty where all have some. */
  readonly wordless: string;
  /** The two values of the treatment as texts, the control first. */
  readonly arms: readonly string[];
  readonly warnings: readonly {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
    /** The remedy by one press, and the choice that it makes. */
    readonly use?: {readonly label: string; readonly choice: YourChoice};
  }[];
  /** The groups in words, largest first. */
  readonly groups: readonly {
    readonly label: string;
    readonly n: number;
    readonly treated: number;
  }[];
  readonly alternatives: readonly Alternative[];
  readonly models: readonly {
    readonly outcome: string;
    readonly label: string;
    readonly formula: string;
    readonly proposed: string;
  }[];
  readonly reasons: readonly string[];
}
