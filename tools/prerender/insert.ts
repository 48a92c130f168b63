// Puts what cells display where Framework's client takes it away again: into the element before each cell's comment.
import type {Displayed} from "./draw-page.js";

/**
 * The page with each cell's HTML in the `observablehq-loading` element that its cell removes at its first
 * display, whether Framework wrote such an element or not.
 */
export function insertCells(html: string, displayed: Displayed): string {
  return html.replaceAll(
    /(<observablehq-loading><\/observablehq-loading>)?<!--:([0-9a-f]{8}(?:-\d+)?):-->/g,
    (comment, _loading: string | undefined, id: string) => {
      const content = displayed[id];
      if (content === undefined) return comment;
      return `<observablehq-loading class="still">${content}</observablehq-loading><!--:${id}:-->`;
    }
  );
}
