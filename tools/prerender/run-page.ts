// The process that runs one built page: prints what its cells display, or what is wrong with one, as JSON.
import {drawPage} from "./draw-page.js";
import type {Displayed} from "./draw-page.js";

/** What the process prints. */
export interface Answer {
  readonly displayed?: Displayed;
  readonly fault?: string;
}

const [file = "", dist = "dist"] = process.argv.slice(2);
const answer = (answer: Answer): void => {
  // The page's timers would keep the process.
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
};

// What a page writes must not mix with the answer.
console.log = console.info = console.debug = console.error;
try {
  answer({displayed: await drawPage(file, dist)});
} catch (reason) {
  answer({fault: reason instanceof Error ? reason.message : String(reason)});
}
