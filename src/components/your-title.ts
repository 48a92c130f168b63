// The field for the title of a reader's report.
import {element} from "./dom.js";

/** The field; `set` is called at every letter. */
export function YourTitle(title: string, set: (title: string) => void): HTMLElement {
  const field = element("input", {type: "text", name: "your-title", value: title});
  field.addEventListener("input", () => {
    set(field.value);
  });
  return element("label", {class: "your-title"}, "Title of the report", field);
}
