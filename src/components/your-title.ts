// The words of a reader's report that no column says: its title, and what a row is.
import {element} from "./dom.js";
import type {YourChoice} from "./your-types.js";

/** The fields; `set` is called with the one that was changed, at every letter. */
export function YourTitle(
  choice: Pick<YourChoice, "title" | "row">,
  set: (words: Partial<YourChoice>) => void
): HTMLElement {
  const field = (name: "title" | "row", label: string): HTMLElement => {
    const input = element("input", {type: "text", name: `your-${name}`, value: choice[name]});
    input.addEventListener("input", () => {
      set({[name]: input.value});
    });
    return element("label", {class: "your-title"}, label, input);
  };
  return element(
    "div",
    {},
    field("title", "Title of the report"),
    field("row", "A row is one respondent, unless you write what: voter, or child/children")
  );
}
