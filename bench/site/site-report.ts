// The measurements of the built site beside their budgets, as a page of Markdown.
import type {Machine} from "../machine.js";
import {table} from "../markdown.js";
import type {Attention} from "./attention.js";
import type {Growth} from "./memory.js";
import {widths, type PageCost} from "./page-cost.js";
import type {Refits} from "./refits.js";

/** What the site may cost. */
export const budgets = {
  first_view: 400_000,
  shift: 0.02,
  task: 100,
  /** Times the same fit in Node. */
  refit: 2,
  /** Three frames at sixty a second. */
  blocked: 50,
  growth: 20e6
} as const;

/** Whole reports in one file are taken along, not visited. */
const isVisited = ({path}: PageCost): boolean => !path.startsWith("take/");

/** One measured quantity that is no page's: what it is, its value in words, and whether it is within its budget. */
export interface Answer {
  readonly what: string;
  readonly value: string;
  readonly budget: string;
  readonly held: boolean;
}

/** One run of `npm run bench:site`. */
export interface SiteBench {
  readonly date: string;
  readonly machine: Machine;
  readonly browser: string;
  /** The one-minute load average before and after. */
  readonly load: readonly [number, number];
  readonly pages: readonly PageCost[];
  readonly answers: readonly Answer[];
}

/** No task under 50 ms is told of. */
const blockedText = (ms: number): string => (ms === 0 ? "under 50 ms" : `${ms.toFixed(0)} ms`);

const kB = (bytes: number): string => (bytes / 1000).toFixed(0);

/** How a reader's attention is answered, against its budget. */
export function attentionAnswers({groups, scrolling, brushing}: Attention): readonly Answer[] {
  const of = (what: string, longest: number): Answer => ({
    what: `${what} ${groups} groups of 4,000 draws: longest task`,
    value: blockedText(longest),
    budget: `${budgets.task} ms`,
    held: longest <= budgets.task
  });
  return [of("scrolling", scrolling), of("pointing at each of", brushing)];
}

/** What a change of a control costs, against its budgets: blocking at its worst, with the median beside it. */
export function refitAnswers({
  model,
  changes,
  page,
  node,
  blocked,
  mostBlocked
}: Refits): readonly Answer[] {
  return [
    {
      what: `${model}: from a control's change to the figures, median of ${changes}`,
      value: `${page.toFixed(0)} ms, ${(page / node).toFixed(2)} × Node's ${node.toFixed(0)} ms`,
      budget: `${budgets.refit} ×`,
      held: page <= budgets.refit * node
    },
    {
      what: `${model}: the page blocked by a change, median of ${changes}`,
      value: blockedText(blocked),
      budget: `${budgets.blocked} ms`,
      held: blocked <= budgets.blocked
    },
    {
      what: `${model}: the page blocked by a change, at most`,
      value: blockedText(mostBlocked),
      budget: `${budgets.blocked} ms`,
      held: mostBlocked <= budgets.blocked
    }
  ];
}

/** What refits leave in memory, against the budget. */
export function growthAnswers({model, refits, heap, process}: Growth): readonly Answer[] {
  const of = (what: string, bytes: number): Answer => ({
    what: `${model}: ${what} after ${refits} refits`,
    value: `${(bytes / 1e6).toFixed(1)} MB more`,
    budget: `${budgets.growth / 1e6} MB`,
    held: bytes < budgets.growth
  });
  return [of("the page's heap", heap), of("the page's process with its workers", process)];
}

/** What is over its budget, a sentence each; none when all budgets hold. */
export function overruns({pages, answers}: Pick<SiteBench, "pages" | "answers">): string[] {
  const ofPages = pages.filter(isVisited).flatMap(({path, bytes, requests_elsewhere, shift}) => [
    ...(bytes.first_view > budgets.first_view
      ? [`/${path} needs ${kB(bytes.first_view)} kB to be read`]
      : []),
    ...(requests_elsewhere > 0 ? [`/${path} asks elsewhere ${requests_elsewhere} times`] : []),
    ...Object.entries(shift)
      .filter(([, value]) => value >= budgets.shift)
      .map(([width, value]) => `/${path} moves by ${value.toFixed(3)} at ${width} pixels`)
  ]);
  return [
    ...ofPages,
    ...answers.filter(({held}) => !held).map(({what, value}) => `${what}: ${value}`)
  ];
}

/** The page that is written beside the record. */
export function siteReport(bench: SiteBench): string {
  const {date, machine, browser, load, pages, answers} = bench;
  const head = [
    "page",
    "to be read, kB",
    "JavaScript, kB",
    "all until alive, kB",
    "requests",
    "elsewhere",
    ...widths.map((width) => `shift at ${width}`),
    "longest task, ms"
  ];
  const rows = pages.map(({path, bytes, requests, requests_elsewhere, shift, longest_task}) => [
    `/${path}`,
    kB(bytes.first_view),
    kB(bytes.scripts),
    kB(bytes.all),
    String(requests),
    String(requests_elsewhere),
    ...widths.map((width) => shift[width].toFixed(3)),
    longest_task === 0 ? "< 50" : longest_task.toFixed(0)
  ]);
  const over = overruns(bench);
  return `# The built site in a browser

${date}, ${machine.cpu}, ${machine.cores} cores, ${browser}; load average ${load.map((one) => one.toFixed(1)).join(" to ")}. Bytes as they
come over the wire, gzip, with an empty cache. *To be read* is what text and figures need: document, style sheet, fonts; figures are in the document,
so that no JavaScript is needed for it. *JavaScript* and *all* are everything until the last cell is alive, and come after. /take/ holds whole reports
in one file each, which are taken along and not visited.

Budgets: ${kB(budgets.first_view)} kB to be read, 150 kB of it JavaScript (none is), nothing from elsewhere, shift below ${budgets.shift}, no task
over ${budgets.task} ms while scrolling and pointing; the median refit within ${budgets.refit} times Node's, blocking no longer than ${budgets.blocked} ms, and no refit longer; ${budgets.growth / 1e6} MB after 500. ${over.length === 0 ? "All hold." : `Not held: ${over.join("; ")}.`}

${table(head, rows, 1)}

${table(
  ["what a reader does", "measured", "budget", "held"],
  answers.map(({what, value, budget, held}) => [what, value, budget, held ? "yes" : "no"]),
  1
)}
`;
}
