// A reader's own file, from the drop to the report.
import {YourDesk} from "./your-desk.js";
import type {YourDataOptions} from "./your-work-types.js";

/** All that stands on the page; it goes on with what a reload broke off. */
export function YourData(options: YourDataOptions): HTMLElement {
  const desk = new YourDesk(options);
  desk.resume();
  return desk.node;
}
