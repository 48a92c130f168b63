// A prior that a reader changes: its family from a list, its scale on a slider that says the prior.
import {element} from "./dom.js";
import {capitalise} from "./format.js";
import {Field} from "./live-field.js";
import type {PriorWords} from "./live-answer.js";
import {priorChangeText, priorText} from "./live-prior-words.js";

/** Half steps of doubling, from a quarter to four times. */
const STEPS = 4;

/** The family of a prior, null for the published one, and what scales it. */
export interface PriorChange {
  readonly family: string | null;
  readonly factor: number;
}

/** What a prior's controls are made of. */
export interface PriorChoiceOptions {
  readonly legend: string;
  /** The families to choose from. */
  readonly families: readonly string[];
  readonly start: PriorChange;
  /** The prior as a change would leave it. */
  readonly words: (change: PriorChange) => PriorWords | null;
  readonly set: (change: PriorChange) => void;
}

/** A family to choose, where there are some, and a slider for the scale, which says the prior. */
export function PriorChoice({
  legend,
  families,
  start,
  words,
  set
}: PriorChoiceOptions): HTMLElement {
  let change = start;
  const published = words({family: null, factor: 1});
  const name = legend.toLowerCase().replaceAll(/\W+/gu, "-");
  const output = element("output", {class: "live-prior", for: `${name}-scale`});
  const slider = element("input", {
    type: "range",
    id: `${name}-scale`,
    name: `${name}-scale`,
    min: -STEPS,
    max: STEPS,
    step: 1,
    value: Math.round(2 * Math.log2(start.factor)),
    "aria-label": `${legend}: scale`
  });
  const show = (): void => {
    output.textContent = said(change, words(change), published);
    slider.setAttribute("aria-valuetext", output.textContent);
  };
  const told = (next: PriorChange): void => {
    change = next;
    show();
    set(change);
  };
  slider.addEventListener("input", () => {
    told({...change, factor: factorAt(Number(slider.value))});
  });
  const others = families.flatMap((value) => {
    const family = words({family: value, factor: 1})?.family ?? value;
    return family === published?.family ? [] : [{value, label: capitalise(family)}];
  });
  const all = [
    {value: "", label: `${capitalise(published?.family ?? "")}, as on this page`},
    ...others
  ];
  const list =
    others.length > 0 &&
    Field(`${name}-family`, "Family", all, start.family ?? "", (value) => {
      told({...change, family: value === "" ? null : value});
    });
  show();
  return element(
    "fieldset",
    {},
    element("legend", {}, legend),
    list,
    element("span", {class: "live-scale"}, slider, output)
  );
}

function said(
  {family, factor}: PriorChange,
  now: PriorWords | null,
  published: PriorWords | null
): string {
  if (!now || !published) return "";
  if (family === null && factor === 1) return `${capitalise(priorText(now))}, as on this page`;
  return capitalise(priorChangeText(now, published));
}

/** The factor of a slider's step; whole steps of two give whole powers of two. */
function factorAt(step: number): number {
  const whole = 2 ** Math.trunc(step / 2);
  return step % 2 === 0 ? whole : step > 0 ? 1.5 * whole : whole / 1.5;
}
