// What could go wrong with a page that had its cells put in: HTML that parses otherwise, ids twice, names of nothing.
import {JSDOM} from "jsdom";
import {findRoots} from "./cells.js";
import type {Displayed} from "./draw-page.js";

const references = [
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "aria-owns",
  "for",
  "list"
];

/** The faults of `html`, each as the end of a sentence about the page; none when all is well. */
export function faultsOf(html: string, displayed: Displayed): string[] {
  const {document} = new JSDOM(html).window;
  return [...misplaced(document, displayed), ...ambiguous(document), ...dangling(document)];
}

/** Cells whose content the parser does not leave as a whole before the cell's comment. */
function misplaced(document: Document, displayed: Displayed): string[] {
  const roots = findRoots(document);
  return Object.entries(displayed).flatMap(([id, content]) => {
    const still = roots.get(id)?.previousSibling as Element | null | undefined;
    return still?.localName === "observablehq-loading" && still.innerHTML === content
      ? []
      : [`cell ${id} displays what cannot stand in its place, such as a block inside a paragraph`];
  });
}

function ambiguous(document: Document): string[] {
  const ids = Array.from(document.querySelectorAll("[id]"), ({id}) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [...new Set(twice)].map((id) => `two of its elements have the id ${id}`);
}

function dangling(document: Document): string[] {
  return references.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)]
      .flatMap((element) => (element.getAttribute(name) ?? "").split(/\s+/))
      .filter((id) => document.getElementById(id) === null)
      .map((id) => `its ${name} names the id ${id}, which no element has`)
  );
}
