// Follows the shared highlight for as long as an element is on the page.
import type {Highlight} from "./highlight.js";

/** Calls `listener` after every change of the store until `node` has been on the page and left it. */
export function whileShown(node: Node, highlight: Highlight, listener: () => void): void {
  let seen = false;
  const stop = highlight.subscribe(() => {
    seen ||= node.isConnected;
    if (seen && !node.isConnected) stop();
    else listener();
  });
}
