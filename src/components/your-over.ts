// The way back from settings that went wrong.
import {element} from "./dom.js";

/** A button that puts back what is proposed for the file, and what it is for. */
export function YourOver(over: () => void): HTMLElement {
  return element(
    "p",
    {class: "your-over"},
    element("button", {type: "button", onclick: over}, "Start over"),
    " Roles, rows, groups and formulas are then as they are proposed for this file."
  );
}
