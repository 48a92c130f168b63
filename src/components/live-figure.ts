// Published and live posteriors in one figure, and the model that was fitted in full.
import {Caterpillar} from "./caterpillar.js";
import {element} from "./dom.js";
import {Figure} from "./figure.js";
import {capitalise} from "./format.js";
import type {LivePanelOptions} from "./live-panel.js";
import {shiftReading} from "./live-readings.js";
import {liveRows, type LiveRow} from "./live-rows.js";
import type {LiveResult} from "./live-answer.js";
import {AdviceList} from "./notices.js";
import {effectRecords} from "./records.js";
import {groupSentence} from "./sentence.js";
import type {EffectRow} from "./types.js";

/** A live fit's figure and details; the published figure alone where nothing was fitted. */
export function LiveView(
  published: readonly EffectRow[],
  result: LiveResult | null,
  words: Parameters<typeof liveRows>[2],
  options: LivePanelOptions
): HTMLElement[] {
  const rows = result ? liveRows(result, published, words) : published;
  return [LiveFigure(rows, result, options), ...(result ? [LiveDetails(result)] : [])];
}

/** The groups of a live fit beside the published ones; those alone where nothing was fitted. */
function LiveFigure(
  rows: readonly (EffectRow | LiveRow)[],
  result: LiveResult | null,
  {words, highlight, modifiers, name, number, standIn}: LivePanelOptions
): HTMLElement {
  const rungs = result ? (["live", "published"] as const) : (["partial"] as const);
  const {outcome, interval = 95, point = "median"} = words;
  const scale =
    result?.family === "bernoulli" ? {...outcome, factor: 1, digits: 2, unit: "log-odds"} : outcome;
  const own = {...words, outcome: scale};
  return Figure(
    (width) =>
      Caterpillar(rows, {
        ...own,
        width,
        rung: rungs[0],
        ...(result && {compare: "published"}),
        title: scale.unit
      }),
    {
      id: "live",
      ...(number !== undefined && {number}),
      name: `${name}-live`,
      title: result ? "As you set it, beside what was published" : "As published",
      caption: result
        ? `Each group’s effect as refitted here (solid) and as published (hollow, dashed). ${capitalise(point)}, 50% (thick) and ${String(interval)}% (thin) equal-tailed credible intervals, which hold the uncertainty of the parameters. ${shiftReading(rows as readonly LiveRow[], own)}`
        : `Each group’s effect as published; ${point}, 50% (thick) and ${String(interval)}% (thin) equal-tailed credible intervals.`,
      rows: effectRecords(rows, {outcome: scale, modifiers, rungs}).map((record, i) => ({
        ...record,
        ...(result && {shift_in_sds: (rows[i] as LiveRow).shift})
      })),
      highlight,
      readout: (group) => {
        const row = rows.find((one) => one.group === group);
        return row ? groupSentence(row, {...own, rungs}) : "";
      },
      standIn,
      unconverged: result?.unconverged ?? ""
    }
  );
}

/** The fitted model in full: formula, priors in force, method, advice. */
function LiveDetails({formula, equations, priors, reason, advice}: LiveResult): HTMLElement {
  return element(
    "details",
    {class: "live-details"},
    element("summary", {}, "The model that was fitted, its priors and what the checks say"),
    element("pre", {}, [formula, ...equations].join("\n")),
    element(
      "ul",
      {},
      ...priors.map(({class: kind, coef, group, prior}) =>
        element(
          "li",
          {},
          element("code", {}, [kind, coef, group].filter(Boolean).join(" ")),
          ` ${prior}`
        )
      )
    ),
    element("p", {}, `${capitalise(reason)}.`),
    AdviceList(advice)
  );
}
