// Invisible areas around what is drawn, which the pointer and the keyboard find.
import type {Markish, RectOptions} from "@observablehq/plot";
import {rect} from "../vendor/plot.js";
import {tagGroups} from "./highlight.js";

/** One area per datum: `groups[i]` is the group of `data[i]`; `place` gives the area's edges. */
export function targets(
  data: readonly unknown[],
  groups: readonly string[],
  place: Pick<RectOptions, "x1" | "x2" | "y1" | "y2" | "fx" | "insetLeft">
): Markish {
  return rect(data, {...place, fill: "transparent", render: tagGroups(groups, {focus: true})});
}
