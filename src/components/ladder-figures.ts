// The figures of the ladder on a page: the pinned group at length, and all groups at once.
import {allLadders, oneLadder, type LadderFigureOptions} from "./ladder-figure.js";
import {element} from "./dom.js";
import {fittedRungs, largestEffect} from "./ladder-rows.js";
import type {EffectRow} from "./types.js";
import {whileShown} from "./while-shown.js";

/**
 * One group, the pinned one or that of the largest effect, and below it all groups; a sentence where there is nothing but
 * partial pooling, as of new groups.
 */
export function LadderFigures(
  rows: readonly EffectRow[],
  options: LadderFigureOptions
): HTMLElement {
  const {highlight} = options;
  const place = element("div", {class: "ladder-one"});
  const largest = largestEffect(rows, options.point);
  if (rows.length > 0 && fittedRungs(rows).every((rung) => rung === "partial"))
    return element(
      "p",
      {class: "empty"},
      "OLS has no estimates of these effects, so that there is no ladder from it to partial pooling."
    );
  let shown: EffectRow | undefined;
  const show = (): void => {
    const row = rows.find(({group}) => group === highlight.pinned) ?? largest;
    if (!row || row === shown) return;
    shown = row;
    place.replaceChildren(
      oneLadder(row, rows, options, row === largest && highlight.pinned !== row.group)
    );
  };
  show();
  whileShown(place, highlight, show);
  return element("div", {class: "ladders"}, place, allLadders(rows, options));
}
