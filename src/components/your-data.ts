// A reader's own file, from the drop to the report; or the report that the file of this page holds.
import {takenReport} from "./taken-report.js";
import {YourDesk} from "./your-desk.js";
import type {YourDataOptions} from "./your-work-types.js";

/** All that stands on the page; it goes on with what a reload broke off. */
export async function YourData(options: YourDataOptions): Promise<HTMLElement> {
  const taken = await takenReport();
  if (taken) {
    const {YourReport} = await options.report();
    const {contents, warning} = taken;
    return YourReport(contents, {engine: options.engine, warning, shell: null});
  }
  const desk = new YourDesk(options);
  desk.resume();
  return desk.node;
}
