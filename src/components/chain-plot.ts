// How chains ran: their traces, and beside them where each chain's draws rank among all.
import type {Markish} from "@observablehq/plot";
import {axisX, axisY, gridY, lineY, rect, ruleY, text} from "../vendor/plot.js";
import {drawing, fontSize, nothing} from "./drawing.js";
import type {Drawing} from "./drawing.js";
import type {Chain, ChainedVariable} from "./fit-types.js";
import {tagGroups} from "./highlight.js";
import {palette, tint} from "./palette.js";
import {Panels} from "./panels.js";
import {targets} from "./targets.js";

const height = 118;
const note = {fill: palette.muted, fontSize: fontSize.note} as const;

/** The key of a chain of a variable, for the highlight. */
export function chainKey(variable: string, chain: number): string {
  return `${variable}|${chain}`;
}

/** A trace and a row of rank histograms per variable, under each other on a phone. */
export function ChainPlot(
  variables: readonly ChainedVariable[],
  {width = 640}: {width?: number} = {}
): Drawing {
  if (variables.length === 0) return nothing({}, "No chain was kept to look at.");
  const panels = variables.flatMap((one) => [
    {heading: one.label, note: "draws in order", draw: (own: number) => trace(one, own)},
    {
      heading: "\u00a0",
      note: "ranks among all draws, chain by chain",
      draw: (own: number) => ranks(one, own)
    }
  ]);
  return Panels(panels, {width, columns: 2});
}

/** Chains differ by lightness alone: where they mix, as they should, none needs a name. */
function shade(chain: number, chains: number): string {
  return tint(palette.partial, 1 - (0.45 * (chain - 1)) / Math.max(1, chains - 1));
}

function trace({variable, chains}: ChainedVariable, width: number): Drawing {
  return drawing(
    {width},
    {
      ...{height, marginLeft: 44, marginRight: 4, marginTop: 6, marginBottom: 22},
      y: {nice: true},
      marks: [
        gridY({ticks: 3, stroke: palette.grid, strokeOpacity: 1}),
        axisY({ticks: 3, tickSize: 0, ...note, color: palette.muted, label: null}),
        axisX({ticks: width / 90, tickSize: 0, ...note, color: palette.muted, label: null}),
        chains.map((own) =>
          lineY(own.iterations, {
            x: own.iterations,
            y: own.values,
            stroke: shade(own.chain, chains.length),
            strokeWidth: 1,
            render: tagGroups(own.iterations.map(() => chainKey(variable, own.chain)))
          })
        )
      ]
    }
  );
}

function ranks({variable, chains, expected, reach}: ChainedVariable, width: number): Drawing {
  const most = Math.max(expected + reach, ...chains.flatMap(({counts}) => counts));
  const keys = chains.map(({chain}) => chainKey(variable, chain));
  const bins = chains[0]?.counts.length ?? 1;
  return drawing(
    {width},
    {
      ...{height, marginLeft: 2, marginRight: 2, marginTop: 6, marginBottom: 22},
      x: {axis: null, domain: [0, bins]},
      y: {axis: null, domain: [0, most * 1.05]},
      fx: {axis: null, domain: chains.map(({chain}) => chain), padding: 0.08},
      marks: [
        rect(chains, {
          ...{fx: "chain", x1: 0, x2: bins, y1: expected - reach, y2: expected + reach},
          fill: tint(palette.complete, 0.2)
        }),
        chains.map((own) => bars(own, chains.length, chainKey(variable, own.chain))),
        ruleY([expected], {stroke: palette.complete, strokeDasharray: "3 2"}),
        text(chains, {
          ...{fx: "chain", text: ({chain}: Chain) => `chain ${chain}`, ...note},
          ...{frameAnchor: "bottom", dy: 16}
        }),
        targets(chains, keys, {fx: "chain", x1: 0, x2: bins, y1: 0, y2: most * 1.05})
      ]
    }
  );
}

function bars({chain, counts}: Chain, chains: number, key: string): Markish {
  return rect(counts, {
    fx: () => chain,
    x1: (_: number, i: number) => i,
    x2: (_: number, i: number) => i + 1,
    y1: 0,
    y2: (n: number) => n,
    insetRight: 0.5,
    fill: shade(chain, chains),
    render: tagGroups(counts.map(() => key))
  });
}
