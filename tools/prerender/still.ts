// What a cell displays, as it stands before JavaScript runs: nothing to press, both drawings, tables at hand.
import {slimPath} from "./slim-path.js";

/** What of a mark serves only pointer, keyboard and the live readout. */
const forReaders = ["data-group", "data-focus", "tabindex", "role", "aria-pressed", "aria-label"];

/** What does nothing without JavaScript; it keeps its place until the live one takes it. */
const controls = "form, button, input, select, textarea, details.take";

/** A copy of `node` in which nothing can be pressed, ready to stand in the page. */
export function still<T extends Element>(node: T): T {
  const copy = node.cloneNode(true) as T;
  const all = [copy, ...copy.querySelectorAll("*")];
  for (const element of all) {
    if (element.closest("svg")) stillMark(element);
    // A heading that sorts is a heading still: what is inert is neither shown nor read without JavaScript.
    if (element.matches("th button")) element.setAttribute("disabled", "");
    else if (element.matches(controls) && !element.parentElement?.closest("[inert]")) {
      element.setAttribute("inert", "");
    }
    // Else Framework's client would wrap it, as it does code that was written in the page.
    if (element.matches("pre")) element.setAttribute("data-copy", "none");
    keepState(element);
  }
  for (const list of copy.querySelectorAll("datalist")) list.remove();
  for (const field of copy.querySelectorAll("[list]")) field.removeAttribute("list");
  for (const chart of copy.querySelectorAll(".chart")) chart.removeAttribute("style");
  return copy;
}

/** Attributes say what a field was made with; copied, it must show what it holds. */
function keepState(element: Element): void {
  if (element.localName !== "input") return;
  const {type, checked, value} = element as HTMLInputElement;
  if (type === "radio" || type === "checkbox") element.toggleAttribute("checked", checked);
  else if (value !== "") element.setAttribute("value", value);
}

function stillMark(element: Element): void {
  // An area or a line that only the pointer finds.
  if (["fill", "stroke"].some((name) => element.getAttribute(name) === "transparent")) {
    element.remove();
    return;
  }
  if (element.hasAttribute("data-group")) {
    for (const name of [...forReaders, "class"]) element.removeAttribute(name);
  }
  for (const {name, value} of element.attributes) {
    if (name === "d") element.setAttribute(name, slimPath(value));
    else if (/\.\d{3}/.test(value)) element.setAttribute(name, rounded(value));
  }
}

/** Coordinates to a hundredth of a pixel. */
function rounded(value: string): string {
  return value.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) =>
    String(+Number(number).toFixed(2))
  );
}

/**
 * Puts the drawings of `narrow` beside those of `wide`, two copies of the same nodes; the style sheet
 * shows the one that fits. A drawing that is the same at both widths stands once.
 */
export function joinDrawings(wide: Element, narrow: Element): void {
  const others = [...narrow.querySelectorAll(".chart")];
  [...wide.querySelectorAll(".chart")].forEach((chart, i) => {
    const other = others.at(i);
    if (!other || other.innerHTML === chart.innerHTML) return;
    chart.firstElementChild?.classList.add("wide");
    other.firstElementChild?.classList.add("narrow");
    chart.append(...other.childNodes);
  });
}

/**
 * Puts each figure's table, as `tables` holds it by its box's id, where it can be opened without JavaScript. A
 * table with the rows of an earlier one refers to that.
 */
export function offerTables(
  copy: Element,
  tables: ReadonlyMap<string, Element>,
  seen: Map<string, string>
): void {
  for (const box of copy.querySelectorAll(".figure-table")) {
    const table = tables.get(box.id);
    const figure = box.closest(".figure");
    if (!table || !figure) continue;
    const {ownerDocument: document} = copy;
    const rows = table.querySelector("tbody")?.innerHTML ?? "";
    const earlier = seen.get(rows);
    const place = document.createElement("noscript");
    if (rows !== "" && earlier !== undefined) {
      const link = document.createElement("a");
      link.href = `#${earlier}`;
      link.textContent = "an earlier figure";
      const note = document.createElement("p");
      note.append("The table under ", link, " holds these numbers.");
      place.append(note);
    } else {
      seen.set(rows, figure.id);
      const fold = document.createElement("details");
      const summary = document.createElement("summary");
      summary.textContent = "Show as table";
      fold.append(summary, still(table));
      place.append(fold);
    }
    box.after(place);
  }
}
