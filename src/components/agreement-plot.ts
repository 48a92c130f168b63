// How far our posterior means lie from their references, model by model, beside what chance gives.
import {lineY, rect, ruleX, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import {Panels} from "./panels.js";
import {targets} from "./targets.js";
import type {AgreementCard, AgreementRow} from "./agreement-types.js";

const height = 112;
const note = {fill: palette.muted, fontSize: fontSize.note} as const;

/** A histogram per model and method, the standard normal's shares as a line over it. */
export function AgreementPlot(card: AgreementCard, {width = 640}: {width?: number} = {}): Drawing {
  if (card.rows.length === 0) return nothing({}, "No posterior has been compared yet.");
  const top = Math.max(...card.expected, ...card.rows.flatMap(({shares}) => shares)) * 1.08;
  const panels = card.rows.map((row) => ({
    heading: row.label,
    note: `${row.method}, farthest ${row.largest.toFixed(1)}`,
    draw: (own: number) => panel(row, card, {width: own, top})
  }));
  return Panels(panels, {width, columns: width < 800 ? 3 : 4, small: true});
}

function panel(
  {id, shares}: AgreementRow,
  {edges, expected, limit}: AgreementCard,
  {width, top}: {width: number; top: number}
): Drawing {
  const [first, last] = [edges[0], edges[edges.length - 1]];
  const bars = shares.map((share, b) => ({share, from: edges[b] ?? 0, to: edges[b + 1] ?? 0}));
  const chance = expected.map((share, b) => ({
    x: (bars[b]?.from ?? 0) / 2 + (bars[b]?.to ?? 0) / 2,
    share
  }));
  return drawing(
    {width},
    {
      ...{height, marginLeft: 2, marginRight: 2, marginTop: 6, marginBottom: 20},
      x: {axis: null, domain: [first, last]},
      y: {axis: null, domain: [0, top]},
      marks: [
        rect(bars, {
          ...{x1: "from", x2: "to", y1: 0, y2: "share", insetRight: 1},
          fill: tint(palette.partial, 0.55),
          render: tagGroups(bars.map(() => id))
        }),
        lineY(chance, {
          x: "x",
          y: "share",
          stroke: palette.ink,
          strokeWidth: 1.2,
          curve: "natural"
        }),
        ruleX([-limit, limit], {stroke: palette.complete, strokeDasharray: "3 2"}),
        text([-limit, 0, limit], {
          x: (x: number) => x,
          text: (x: number) => (x === 0 ? "0" : x < 0 ? `\u2212${-x}` : `+${x}`),
          ...{frameAnchor: "bottom", dy: 14, ...note}
        }),
        targets([0], [id], {x1: first, x2: last, y1: 0, y2: top})
      ]
    }
  );
}
