// What would change it: a model that the reader changes, fitted while the page stands.
import {Select} from "./choices.js";
import {Caterpillar} from "./caterpillar.js";
import {AdviceList} from "./notices.js";
import {element} from "./dom.js";
import {Figure} from "./figure.js";
import {capitalise} from "./format.js";
import type {Highlight} from "./highlight.js";
import {readState, writeState, type LiveState} from "./live-address.js";
import {LiveControls} from "./live-controls.js";
import {choiceReading, fitReading, shiftReading} from "./live-readings.js";
import {liveRows, type LiveRow} from "./live-rows.js";
import type {LiveCard, LiveCells, LiveEngine, LiveResult} from "./live-types.js";
import type {ReadingOptions} from "./readings.js";
import {effectRecords} from "./records.js";
import {groupSentence} from "./sentence.js";
import type {EffectRow, Modifier} from "./types.js";

/** A model of the study that can be refitted. */
export interface LiveModelOption {
  readonly id: string;
  readonly title: string;
  readonly live: LiveCard;
}

/** What the panel is made of. */
export interface LivePanelOptions {
  readonly models: readonly LiveModelOption[];
  /** The published effects of all models. */
  readonly effects: readonly EffectRow[];
  readonly modifiers: readonly Modifier[];
  /** Loads the engine, once something asks for it. */
  readonly engine: () => Promise<LiveEngine>;
  /** Loads the cells of a name. */
  readonly cells: (name: string) => Promise<ArrayBuffer>;
  readonly read: (bytes: ArrayBuffer) => LiveCells;
  readonly words: ReadingOptions;
  readonly highlight: Highlight;
  readonly name: string;
  readonly number?: number;
  readonly standIn: boolean;
}

/** Shorter fits are over before a line of progress would be read. */
const TELL_AFTER = 300;

/** Answers by what was asked, so that a control of the page that draws it anew fits nothing anew. */
const answers = new Map<string, {result: LiveResult; seconds: number}>();
const MOST_ANSWERS = 40;

let fitter: InstanceType<LiveEngine["LiveFitter"]> | undefined;

/**
 * The panel: controls, progress with a stop button, and published and live posteriors together. It
 * loads its engine when it comes near the window, or when the address says that something is changed.
 */
export function LivePanel(options: LivePanelOptions): HTMLElement {
  const body = element(
    "div",
    {class: "live"},
    element("p", {class: "live-status"}, "The engine is fetched when you come here.")
  );
  const start = (): void => {
    mount(body, options).catch((reason: unknown) => {
      body.replaceChildren(
        element(
          "p",
          {class: "figure-warning", role: "alert"},
          `Nothing can be refitted here: ${sentence(reason)}. The published view is above.`
        )
      );
    });
  };
  const asked = [...new URLSearchParams(location.search).keys()].some((name) =>
    name.startsWith("live-")
  );
  if (asked || typeof IntersectionObserver === "undefined") start();
  else {
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        watch.disconnect();
        start();
      },
      {rootMargin: "800px"}
    );
    watch.observe(body);
  }
  return body;
}

async function mount(body: HTMLElement, options: LivePanelOptions): Promise<void> {
  const engine = await options.engine();
  fitter ??= new engine.LiveFitter();
  fitter.prepare();
  const cards = new Map(options.models.map(({id, live}) => [id, live]));
  const published = (model: string): EffectRow[] =>
    options.effects.filter((row) => row.model === model);
  const first = options.models[0]?.id ?? "";
  const read = readState(
    cards,
    engine,
    (model) => new Set(published(model).map(({group}) => group))
  );
  let state: LiveState = read;
  let running: AbortController | null = null;

  const controls = element("div");
  const status = element("p", {class: "live-status", role: "status"});
  const bar = element("progress", {max: 1, value: 0, "aria-label": "Share of draws done"});
  const stop = element("button", {type: "button", onclick: () => running?.abort()}, "Stop");
  const progress = element("p", {class: "live-progress", hidden: true}, bar, stop);
  const reset = element(
    "button",
    {
      type: "button",
      onclick: () => {
        change({...state, choice: engine.unchanged(cardOf(state.model))}, true);
      }
    },
    "Reset to published"
  );
  const again = element(
    "button",
    {type: "button", onclick: () => void run()},
    "Fit the published model here"
  );
  const output = element("div", {class: "live-result"});
  const model = Select(
    "live-model",
    "Model",
    options.models.map(({id, title}) => ({value: id, label: title})),
    state.model
  );
  model?.querySelector("select")?.addEventListener("change", (event) => {
    const id = (event.target as HTMLSelectElement).value;
    change({model: id, choice: engine.unchanged(cardOf(id))}, true);
  });
  body.replaceChildren(
    element("div", {class: "live-head"}, model, reset, again),
    controls,
    status,
    progress,
    output
  );

  function cardOf(id: string): LiveCard {
    const card = cards.get(id);
    if (!card) throw new Error(`unknown model: ${id}`);
    return card;
  }

  function change(next: LiveState, redraw: boolean): void {
    state = next;
    writeState(state, cardOf(state.model), engine, first);
    if (redraw) void drawControls();
    const plain = engine.isUnchanged(cardOf(state.model), state.choice);
    running?.abort();
    if (plain) show(null);
    else void run();
  }

  async function drawControls(): Promise<void> {
    const card = cardOf(state.model);
    const {outcome} = options.read(await options.cells(card.cells));
    controls.replaceChildren(
      LiveControls({
        card,
        choice: state.choice,
        engine,
        zeroOne: outcome.zeroOne,
        groups: published(state.model).map(({group, label}) => ({value: group, label})),
        changed: (choice) => {
          change({...state, choice}, false);
        }
      })
    );
  }

  async function run(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    const {model: id, choice} = state;
    const card = cardOf(id);
    const key = `${options.name} ${id} ${JSON.stringify(choice)}`;
    const known = answers.get(key);
    if (known) {
      show(known);
      return;
    }
    output.classList.add("fitting");
    bar.value = 0;
    const late = setTimeout(() => {
      progress.hidden = false;
      status.textContent = "Fitting; what is drawn is the fit before.";
    }, TELL_AFTER);
    try {
      const cells = options.read(await options.cells(card.cells));
      const began = performance.now();
      const result = await fitter?.fit(
        {card, cells, choice},
        {
          signal: own.signal,
          progress: (done) => {
            bar.value = done;
          }
        }
      );
      if (!result || own.signal.aborted) return;
      const answer = {result, seconds: (performance.now() - began) / 1000};
      answers.set(key, answer);
      for (const old of [...answers.keys()].slice(0, -MOST_ANSWERS)) answers.delete(old);
      show(answer);
    } catch (reason) {
      if (own.signal.aborted) {
        if (running === own) status.textContent = "Stopped; what is drawn is the fit before.";
      } else
        status.textContent = `${capitalise(sentence(reason))}. What is drawn is the fit before.`;
    } finally {
      clearTimeout(late);
      if (running === own) {
        progress.hidden = true;
        output.classList.remove("fitting");
      }
    }
  }

  function show(answer: {result: LiveResult; seconds: number} | null): void {
    const card = cardOf(state.model);
    const plain = engine.isUnchanged(card, state.choice);
    reset.disabled = plain;
    again.hidden = !plain;
    status.textContent = [
      plain
        ? "Nothing is changed: this is the published model."
        : `${choiceReading(card, state.choice, engine)}.`,
      answer ? fitReading(answer.result, answer.seconds) : "",
      answer && answer.result.dropped.length > 0
        ? `Without the controls ${answer.result.dropped.join(", ")}, which this likelihood cannot take from cells; effects are in log-odds.`
        : ""
    ]
      .filter(Boolean)
      .join(" ");
    const rows = answer
      ? liveRows(answer.result, published(state.model), {
          card,
          choice: state.choice,
          binOf: engine.binOf
        })
      : published(state.model);
    output.replaceChildren(
      LiveFigure(rows, answer?.result ?? null, options),
      ...(answer ? [Details(answer.result)] : [])
    );
  }

  await drawControls();
  if (read.complaint !== "")
    body.prepend(element("p", {class: "live-note", role: "alert"}, read.complaint));
  if (engine.isUnchanged(cardOf(state.model), state.choice)) show(null);
  else {
    show(null);
    await run();
  }
}

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
function Details({formula, equations, priors, reason, advice}: LiveResult): HTMLElement {
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

function sentence(reason: unknown): string {
  return reason instanceof Error ? reason.message.replace(/\.$/u, "") : String(reason);
}
