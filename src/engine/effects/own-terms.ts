// Which group terms are a group's own: those that tell it from every other group.
import type {Design} from "../design/design.js";
import type {Group} from "./groups.js";
import {groupOfRows} from "./response.js";

/**
 * Positions of the terms of which no level has rows in two groups. A group shares the levels of all
 * other terms with groups like it, "white" with all white people; its own terms' levels nobody else has.
 */
export function ownTerms({terms, rows}: Design, groups: readonly Group[]): number[] {
  const groupOf = groupOfRows(groups, rows.n);
  return terms.flatMap(({levels, codes}, k) => {
    const owner = new Int32Array(levels.length).fill(-1);
    for (let i = 0; i < codes.length; ++i) {
      if (owner[codes[i]] < 0) owner[codes[i]] = groupOf[i];
      else if (owner[codes[i]] !== groupOf[i]) return [];
    }
    return [k];
  });
}
