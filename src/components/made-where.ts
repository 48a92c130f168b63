// On which machine a report was made: Node's, or the reader's own.
import type {StudyCard} from "./study-types.js";

/** "Node 22.1.0", or "in this browser". */
export function madeWhere({node}: Pick<StudyCard["versions"], "node">): string {
  return node === "" ? "in this browser" : `Node ${node}`;
}
