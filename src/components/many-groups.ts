// A thousand groups: all of them small in one strip, and a window of labelled rows to scroll.
import {countGap} from "./caterpillar-labels.js";
import type {CaterpillarOptions} from "./caterpillar-series.js";
import {redrawn} from "./connect.js";
import {element} from "./dom.js";
import {drawing, effectAxis, phone, pixels} from "./drawing.js";
import {slice} from "./many-slice.js";
import {Overview} from "./overview.js";
import {stackPanels} from "./panel-stack.js";
import {scrollRows} from "./scroll-rows.js";
import {textWidth} from "./text-width.js";
import type {EffectRow} from "./types.js";

/** From this many groups on, rows are drawn only where a reader looks. */
export const manyFrom = 200;

const windowHeight = 420;

/**
 * Sorted groups: an overview of all, an axis, and the labelled rows of those that are scrolled to. The
 * axis is that of all groups, so that nothing moves sideways.
 */
export function ManyGroups(sorted: readonly EffectRow[], options: CaterpillarOptions): HTMLElement {
  const {width = 640, outcome, title = outcome.unit, facets = {}} = options;
  const widest = Math.max(...sorted.map(({label}) => textWidth(label))) + countGap(sorted) + 10;
  const beside = width >= phone && widest < width / 2;
  const left = beside ? widest : 8;
  const stack = stackPanels(sorted, facets.fy ? {fy: facets.fy} : {}, {
    rowHeight: beside ? 20 : 38,
    columns: false,
    drop: beside ? 0 : 10
  });
  const frame = {marginLeft: left, marginRight: 12, x: {domain: domainOf(sorted, options)}};
  const node = element("div", {class: "many"});
  const rows = scrollRows(stack.height, windowHeight, (from, to) =>
    slice(stack, {from, to, beside, left}, frame, options)
  );
  const overview = Overview(stack, {...options, frame, windowHeight});
  rows.box.addEventListener("scroll", () => overview.follow(rows.box.scrollTop));
  rows.box.addEventListener(redrawn, () => overview.follow(rows.box.scrollTop));
  overview.node.addEventListener("click", (event) => {
    const group = (event.target as Element).closest("[data-group]")?.getAttribute("data-group");
    const at = stack.rows.find(({row}) => row.group === group);
    if (at) rows.show(at.top, at.bottom);
  });
  const axis = drawing(options, {
    ...frame,
    marginTop: 0,
    marginBottom: 56,
    height: 58,
    y: pixels(2),
    marks: [effectAxis(width, title)]
  });
  node.append(overview.node, rows.box, axis);
  return node;
}

function domainOf(
  rows: readonly EffectRow[],
  {rung = "partial", interval = 95, outcome}: CaterpillarOptions
): [number, number] {
  let [low, high] = [0, 0];
  for (const {rungs} of rows) {
    const {lower, upper} = rungs[rung] ?? {};
    low = Math.min(low, finite(lower?.[interval]));
    high = Math.max(high, finite(upper?.[interval]));
  }
  return [low * outcome.factor, high * outcome.factor];
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
