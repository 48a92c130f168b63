// Published and live posteriors in one figure, and the model that was fitted in full.
import {Caterpillar} from "./caterpillar.js";
import {element} from "./dom.js";
import {Figure} from "./figure.js";
import {capitalise, unitName, type Outcome} from "./format.js";
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
  const compared = rows.some(({rungs: {published}}) => published);
  const rungs = compared
    ? (["live", "published"] as const)
    : ([result ? "live" : "partial"] as const);
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
        ...(compared && {compare: "published"}),
        title: scale.unit
      }),
    {
      id: "live",
      ...(number !== undefined && {number}),
      name: `${name}-live`,
      title: !result
        ? "As published"
        : compared
          ? "As you set it, beside what was published"
          : "As you set it",
      caption: result
        ? `${drawnText(rows as readonly LiveRow[], outcome, scale)} ${capitalise(point)}, 50% (thick) and ${String(interval)}% (thin) equal-tailed credible intervals, which hold the uncertainty of the parameters. ${shiftReading(rows as readonly LiveRow[], own)}`
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

/** What is drawn, and what of the published effects beside it. */
function drawnText(rows: readonly LiveRow[], published: Outcome, own: Outcome): string {
  if (own !== published)
    return `Each group’s effect as refitted here, in ${unitName(own)}; the published effects, in ${unitName(published)}, cannot be drawn on this scale.`;
  const joined = rows.filter(({shift}) => !Number.isFinite(shift)).length;
  const average = "hollow points average the published effects of the same people";
  if (joined === rows.length) return `Each group’s effect as refitted here (solid); ${average}.`;
  const rest = joined === 0 ? "" : `; where groups are joined, ${average}`;
  return `Each group’s effect as refitted here (solid) and as published (hollow, dashed)${rest}.`;
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
