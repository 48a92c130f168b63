// Text to take along, in a box that scrolls, with a button that copies it.
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";

/** How long the button says what it did, in milliseconds. */
const told = 4000;

/**
 * `text` as it is, with its button. `name` says what it is, for the box and the button; `label` says
 * so to the eye, where nothing above does. Where the
 * clipboard is closed to pages (no secure origin, no permission) the text is selected instead, so
 * that a key copies it.
 */
export function CopyBlock(name: string, text: string, label = ""): HTMLElement {
  const pre = element("pre", {}, text);
  const status = element("span", {class: "copy-status", role: "status"});
  const copy = async (): Promise<void> => {
    const copied = await write(text);
    if (!copied) select(pre);
    status.textContent = copied ? "Copied" : "Selected: press Ctrl+C or \u2318C";
    setTimeout(() => (status.textContent = ""), told);
  };
  const button = element(
    "button",
    {type: "button", "aria-label": `Copy ${name}`, onclick: () => void copy()},
    "Copy"
  );
  return element(
    "div",
    {class: "copy-block"},
    element(
      "div",
      {class: "copy-bar"},
      label !== "" && element("span", {class: "copy-label"}, label),
      status,
      button
    ),
    ScrollBox(name, pre)
  );
}

/** A {@link CopyBlock} that opens on demand. */
export function CopyFold(summary: string, name: string, text: string): HTMLElement {
  return element(
    "details",
    {class: "code"},
    element("summary", {}, summary),
    CopyBlock(name, text)
  );
}

async function write(text: string): Promise<boolean> {
  // Its type says always, but pages without a secure origin have none.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false
  );
}

function select(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
