// Asks for the section on what moved only where a build was asked to tell: no other reader loads it.
import type {Highlight} from "./highlight.js";
import type {Report} from "./report.js";

/** The section on what moved in a study since another build; a comment where nothing is to be told. */
export function MovedNotice(report: Report, highlight?: Highlight): Node {
  const {moved} = report.study;
  if (!moved) return document.createComment("nothing has moved");
  const place = document.createElement("div");
  void import("./moved.js").then(({Moved}) => {
    place.append(Moved(report, moved, highlight));
  });
  return place;
}
