// Where a reader gives their file: chosen, dropped, or an example to try.
import {element} from "./dom.js";

/** What can be given. */
export interface DropOptions {
  readonly take: (file: File) => void;
  readonly example: () => void;
}

const endings = ".csv,.tsv,.txt,.dta,.sav,.zsav,.parquet,.arrow,.feather";

/** The field; while a file is over it, it says so by its border. */
export function YourDrop({take, example}: DropOptions): HTMLElement {
  const field = element("input", {type: "file", accept: endings, name: "your-file"});
  field.addEventListener("change", () => {
    const file = field.files?.item(0);
    if (file) take(file);
    // The same file may be chosen again, after it was mended.
    field.value = "";
  });
  const box = element(
    "div",
    {class: "your-drop"},
    element("label", {}, "Choose a file, or drop one here", field),
    element(
      "p",
      {class: "your-hint"},
      ".csv, Stata (.dta), SPSS (.sav), Parquet or Arrow. It is read in this page and goes nowhere."
    ),
    element("button", {type: "button", onclick: example}, "Try an example of 3,000 generated rows")
  );
  const over = (event: DragEvent): void => {
    event.preventDefault();
    box.classList.add("over");
  };
  box.addEventListener("dragenter", over);
  box.addEventListener("dragover", over);
  box.addEventListener("dragleave", () => {
    box.classList.remove("over");
  });
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const file = event.dataTransfer?.files.item(0);
    if (file) take(file);
  });
  return box;
}
