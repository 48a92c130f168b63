// A small study as the live panel knows it: the engine's own words, and a fitter that answers when told.
import {vi} from "vitest";
import type {LiveEngine, LiveGroup, LiveResult} from "../../src/components/live-answer.js";
import type {LiveCard, LiveChoice} from "../../src/components/live-types.js";
import type {EffectRow, Estimate} from "../../src/components/types.js";
import {hasScale, priorWords} from "../../src/live/change-priors.js";
import {isUnchanged, likelihoods, spreadFamilies, unchanged} from "../../src/live/choices.js";
import {binOf} from "../../src/live/regroup.js";
import {smallStudy} from "../live/small-study.js";

export const {card, cells} = smallStudy();
export const outcome = {label: "support", unit: "percentage points", factor: 100, digits: 0};

/** The choice that changes nothing, with what is changed. */
export const choose = (change: Partial<LiveChoice> = {}): LiveChoice => ({
  ...unchanged(card),
  ...change
});

type Fitter = InstanceType<LiveEngine["LiveFitter"]>;
type Request = Parameters<Fitter["fit"]>[0];
type Hooks = Parameters<Fitter["fit"]>[1];

/** A fit that was asked for, to be answered by a test. */
export interface Asked {
  readonly request: Request;
  readonly hooks: Hooks;
  readonly answer: (result: LiveResult) => void;
  readonly fail: (reason: Error) => void;
}

/** The engine as pages load it, and what its fitter was asked; a stopped fit breaks off by itself. */
export function stubEngine(): {engine: LiveEngine; asked: Asked[]} {
  const asked: Asked[] = [];
  class LiveFitter {
    prepare(): void {}
    fit(request: Request, hooks: Hooks): Promise<LiveResult> {
      return new Promise((answer, fail) => {
        hooks.signal.addEventListener("abort", () => fail(new Error("stopped")));
        asked.push({request, hooks, answer, fail});
      });
    }
  }
  const engine = {
    ...{spreadFamilies, likelihoods, unchanged, isUnchanged, hasScale, priorWords, binOf},
    LiveFitter
  };
  return {engine, asked};
}

function around(median: number, half: number): Estimate {
  const ends = (sign: number): Estimate["lower"] => ({
    50: median + 0.5 * sign * half,
    80: median + 0.8 * sign * half,
    90: median + 0.9 * sign * half,
    95: median + sign * half
  });
  return {median, mean: median, sd: half / 2, lower: ends(-1), upper: ends(1)};
}

/** The eight published groups of the model, effects from +10 points up by 5. */
export const published: EffectRow[] = [0, 1].flatMap((a) =>
  [0, 1, 2, 3].map((b) => ({
    model: "trial",
    group: `${String(a)}_${String(b)}`,
    label: `${a === 0 ? "left" : "right"}, ${["first", "second", "third", "fourth"][b]}`,
    levels: {a: a === 0 ? "left" : "right", b: ["first", "second", "third", "fourth"][b]},
    n: 30,
    n_treated: 15,
    n_control: 15,
    p_positive: 0.9,
    pooling: 0.5,
    rhat: 1,
    ess_bulk: 1000,
    rungs: {partial: around(0.1 + 0.05 * (4 * a + b), 0.2)}
  }))
);

/** A live group whose effect lies `shift` above the published one of that key. */
export function liveGroup(key: string, shift = 0, members: readonly string[] = [key]): LiveGroup {
  const own = published.find(({group}) => group === members[0])?.rungs.partial;
  if (!own) throw new Error(`unknown group: ${members[0]}`);
  const {median, sd, lower, upper} = own;
  return {
    key,
    values: Object.fromEntries(key.split("_").map((value, i) => [["a", "b"][i], Number(value)])),
    n: 30 * members.length,
    n_treated: 15 * members.length,
    n_control: 15 * members.length,
    p_positive: 0.9,
    rhat: 1,
    ess_bulk: 900,
    published: members.map((one) => ({key: one, n: 30})),
    mean: median + shift,
    sd,
    q50: median + shift,
    "q2.5": lower[95] + shift,
    q5: lower[90] + shift,
    q10: lower[80] + shift,
    q25: lower[50] + shift,
    q75: upper[50] + shift,
    q90: upper[80] + shift,
    q95: upper[90] + shift,
    "q97.5": upper[95] + shift
  };
}

/** An answer that moves every published group by `shift`. */
export function liveResult(shift = 0, change: Partial<LiveResult> = {}): LiveResult {
  return {
    groups: published.map(({group}) => liveGroup(group, shift)),
    headline: null,
    family: "gaussian",
    scale: "link",
    formula: card.spec.formula,
    equations: [],
    priors: [{class: "sd", coef: "t", group: "a:b", prior: "normal(0, 0.5)", source: "user"}],
    n: 240,
    method: "exact",
    reason: "the variances are few",
    chains: 2,
    draws: 300,
    unconverged: "",
    advice: [],
    dropped: [],
    ...change
  };
}

/** Empties the address and leaves the page as it was before. */
export function freshPage(): void {
  history.replaceState(null, "", "/");
  document.body.replaceChildren();
  vi.useRealTimers();
}

/** A node as a page holds it. */
export function shown<T extends Node>(node: T): T {
  document.body.append(node);
  return node;
}

/** Sets a list or slider as a reader does, and tells of it. */
export function setTo(node: HTMLSelectElement | HTMLInputElement, value: string): void {
  node.value = value;
  node.dispatchEvent(new Event(node instanceof HTMLSelectElement ? "change" : "input"));
}

/** A card with another model in it. */
export const cardWith = (spec: Partial<LiveCard["spec"]>): LiveCard => ({
  ...card,
  spec: {...card.spec, ...spec}
});
