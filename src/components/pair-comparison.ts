// Compares any two groups: two fields, and the figure of their difference.
import {readAll, writeAddress} from "./address.js";
import {element} from "./dom.js";
import type {Highlight} from "./highlight.js";
import {largestEffect, smallestEffect} from "./ladder-rows.js";
import {PairField} from "./pair-field.js";
import {pairHint, showPair, type Chosen, type PairShowOptions} from "./pair-show.js";
import type {EffectRow, Modifier} from "./types.js";
import {whileShown} from "./while-shown.js";

/** What the comparison is told beside the groups. */
export interface PairComparisonOptions extends PairShowOptions {
  readonly modifiers: readonly Modifier[];
  readonly highlight: Highlight;
}

/** The fields, buttons for likely pairs, a status line and, once two groups are chosen, the figure. */
export function PairComparison(
  rows: readonly EffectRow[],
  options: PairComparisonOptions
): HTMLElement {
  const {id, modifiers} = options;
  const status = element("p", {class: "pair-status", role: "status"}, pairHint);
  const place = element("div", {class: "pair-figure"});
  const {first, problem} = readPair(rows);
  let chosen: Chosen = first;
  const say = (sentence: string): void => {
    status.textContent = sentence;
  };
  const field = (at: 0 | 1, label: string) =>
    PairField(rows, {
      id: `${id}-${at}`,
      label,
      modifiers,
      onchange: (group) => choose(at === 0 ? [group, chosen[1]] : [chosen[0], group]),
      onunclear: say
    });
  const fields = [field(0, "First group"), field(1, "Second group")] as const;
  const fill = (pair: Chosen): void => {
    chosen = pair;
    fields.forEach((one, i) => {
      if (one.input !== document.activeElement) one.set(pair[i] ?? null);
    });
    void showPair(pair, rows, options, {place, say, isCurrent: () => chosen === pair});
  };
  const choose = (pair: Chosen): void => {
    writeAddress({pair: pair.filter((group) => group !== null)});
    fill(pair);
  };
  fill(first);
  return element(
    "section",
    {class: "pair", "aria-label": "Compare two groups"},
    problem === "" ? null : element("p", {class: "address-problem"}, problem),
    element(
      "form",
      {
        class: "pair-form",
        "aria-label": "Two groups to compare",
        onsubmit: (event) => event.preventDefault()
      },
      ...fields.map((one) => one.node),
      pairButtons(rows, options, () => chosen, choose)
    ),
    status,
    place
  );
}

/** Buttons for likely pairs; what is highlighted is offered when it is one group or two. */
function pairButtons(
  rows: readonly EffectRow[],
  {highlight, point = "median"}: PairComparisonOptions,
  chosen: () => Chosen,
  choose: (pair: Chosen) => void
): HTMLElement {
  const button = (text: string, pair: () => Chosen): HTMLButtonElement =>
    element("button", {type: "button", onclick: () => choose(pair())}, text);
  const here = (): string[] =>
    rows.map(({group}) => group).filter((group) => highlight.selected.has(group));
  const held = button("", () => {
    const [a = null, b = chosen()[1]] = here();
    return [a, b];
  });
  const offer = (): void => {
    const {length} = here();
    held.hidden = length < 1 || length > 2;
    held.textContent = length === 1 ? "The pinned group first" : "The two highlighted groups";
  };
  offer();
  const extremes = button("Largest against smallest", () => [
    largestEffect(rows, point)?.group ?? null,
    smallestEffect(rows, point)?.group ?? null
  ]);
  const swap = button("Swap", () => [chosen()[1], chosen()[0]]);
  const node = element("p", {class: "pair-buttons"}, extremes, held, swap);
  whileShown(node, highlight, offer);
  return node;
}

/** The pair that the address names; groups that are not here are left out, with a sentence. */
function readPair(rows: readonly EffectRow[]): {first: Chosen; problem: string} {
  const asked = readAll("pair").slice(0, 2);
  const known = asked.map((group) => (rows.some((row) => row.group === group) ? group : null));
  const problem = known.includes(null)
    ? "The address asks to compare a group that is not known here; it is left out."
    : "";
  return {first: [known[0] ?? null, known[1] ?? null], problem};
}
