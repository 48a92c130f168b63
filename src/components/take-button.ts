// A button that makes a file and saves it, and says so where that fails.
import {element} from "./dom.js";

/** What the button says, makes and where it reports. */
export interface TakeButtonOptions {
  readonly label: string;
  /** What a screen reader is told, where the label is short. */
  readonly spoken?: string;
  /** The file's whole name. */
  readonly file: string;
  readonly make: () => Blob | Promise<Blob>;
  /** Where a failure is told; it should have the role of a status. */
  readonly status: HTMLElement;
  /** What to do once the file is on its way. */
  readonly ondone?: () => void;
}

/** The button; while a file is being made a second press does nothing. */
export function TakeButton(options: TakeButtonOptions): HTMLElement {
  const {label, spoken, file, make, status, ondone} = options;
  let busy = false;
  const take = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    status.textContent = "";
    try {
      save(await make(), file);
      ondone?.();
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      status.textContent = `${file} could not be made: ${why}`;
    } finally {
      busy = false;
    }
  };
  return element(
    "button",
    {type: "button", "aria-label": spoken, onclick: () => void take()},
    label
  );
}

function save(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  element("a", {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
