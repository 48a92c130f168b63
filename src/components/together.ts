// What several groups come to when they are taken together, as a sentence.
import {togetherReading} from "./explorer-readings.js";
import type {Lens} from "./lens.js";
import type {ReadingOptions} from "./readings.js";

/** The sentence on some groups, named by their keys; empty where there is none to be had. */
export type Together = (groups: ReadonlySet<string>) => Promise<string>;

/**
 * Answers for the groups of `model` under `lens`, from draws that are fetched at the first question. One group says
 * its own numbers, and all of them are the page's own answer: neither has a sentence here.
 */
export function togetherOf(lens: Lens, model: string, words: ReadingOptions): Together {
  return async (groups) => {
    const all = lens.rows(model);
    const rows = all.filter(({group}) => groups.has(group));
    if (!lens.together || rows.length < 2 || rows.length === all.length) return "";
    try {
      const answer = await lens.together(rows);
      return answer ? togetherReading(answer, words) : "";
    } catch {
      return ""; // Without draws the groups are there all the same.
    }
  };
}
