// What a reader of a declared study is to be warned of, in the same words wherever it is said.
import type {Declaration} from "./declaration.js";

/** A warning of the method's list, with what to do. */
export interface Caution {
  readonly code: "W24";
  readonly severity: "warning";
  readonly message: string;
  readonly remedy: string;
}

/** A sentence for each column of units that were assigned as wholes and have no intercept of their own. */
export function cautionsOf({treatment, clusters = {}, unclustered = {}}: Declaration): Caution[] {
  const missed = Object.entries(unclustered).filter(([name]) => !Object.hasOwn(clusters, name));
  return missed.map(([name, {label, count, rows, from = name}]) => {
    const [smallest, largest] = rows.map(String);
    const sizes = smallest === largest ? smallest : `${smallest} to ${largest}`;
    return {
      code: "W24",
      severity: "warning",
      message: `“${treatment.label}” hardly varies within “${label}” (${String(count)} units of ${sizes} rows), as where whole units were assigned. Without intercepts of theirs the model takes their rows as independent: intervals are too narrow.`,
      remedy: `Give each an intercept: the role “cluster” on Your data, --clusters ${from} of poolhouse new, clusters in a declaration.`
    };
  });
}
