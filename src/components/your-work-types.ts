// How the page for a reader's own file asks for work, types only: page and workshop meet here.
import type {LaterFiles} from "./study-parts.js";
import type {YourPlan} from "./your-plan-types.js";
import type {OpenedFile, YourChoice} from "./your-types.js";

/** A fitted report: its files by name. */
export type ReportContents = Readonly<Record<string, Uint8Array>>;

/** Cells that may leave the machine, and what was done so that they may. */
export interface SafeCells {
  readonly csv: string;
  /** The cells below the limit, in words. */
  readonly named: readonly string[];
  readonly kept: number;
  readonly withheld: number;
  /** Rows in cells whose outcome is the same for everybody. */
  readonly uniform: readonly string[];
}

/** How work is followed and stopped. */
export interface WorkHooks {
  readonly progress?: (what: string, share: number) => void;
}

/** A reader's file at work, in a worker. */
export interface YourWorkshop {
  open(file: File, how: {readonly uneven: boolean}, hooks?: WorkHooks): Promise<OpenedFile>;
  plan(choice: YourChoice): Promise<YourPlan>;
  fit(choice: YourChoice, hooks?: WorkHooks): Promise<ReportContents>;
  /** The files of a study, as a .zip. */
  folder(choice: YourChoice): Promise<Uint8Array>;
  cells(choice: YourChoice, limit: number, how: "merge" | "withhold"): Promise<SafeCells>;
  /** Ends what is being done; the file is read again when it is next needed. */
  stop(): void;
}

/** Who works on the choice, and who is told of it. */
export interface SettingsOptions {
  readonly workshop: YourWorkshop;
  readonly changed: (choice: YourChoice) => void;
  readonly fit: (choice: YourChoice) => Promise<void>;
  /** Puts back what is proposed. */
  readonly over: () => void;
}

/** The second bundle, as far as the page uses it. */
export interface WorkshopDoor {
  readonly Workshop: new () => YourWorkshop;
  readonly exampleFile: () => File;
}

/** What is fetched when a reader first needs it. */
export interface YourDataOptions {
  readonly workshop: () => Promise<WorkshopDoor>;
  readonly report: () => Promise<{
    readonly YourReport: (
      contents: ReportContents,
      how: {
        readonly engine: LaterFiles["engine"];
        readonly warning: string;
        readonly shell: (() => Promise<string>) | null;
      }
    ) => Promise<HTMLElement>;
  }>;
  /** The text of this page in one file, without anybody's data. */
  readonly shell: () => Promise<string>;
  readonly engine: LaterFiles["engine"];
}
