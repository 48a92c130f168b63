// The page's one slim bar: what every figure shows, chosen once.
import {Radios, Select, type Choice} from "./choices.js";
import {settingsFromAddress, settingsToAddress} from "./control-address.js";
import {points, settingsOf, widths, withSettings, type View} from "./control-view.js";
import {element} from "./dom.js";
import {capitalise} from "./format.js";
import type {Modifier} from "./types.js";

export type {View} from "./control-view.js";

/** What the bar offers; a list with fewer than two entries is left out. */
export interface ControlOptions {
  readonly sorts?: readonly Choice[];
  readonly modifiers?: readonly Modifier[];
  readonly models?: readonly Choice[];
  readonly lenses?: readonly Choice[];
  /** Where they differ. */
  readonly scales?: readonly Choice[];
  readonly initial?: Partial<View>;
  /** A field that finds groups, first in the bar; where the bar is folded, its button names it. */
  readonly picker?: Node;
}

/** A form whose `value` is the view and which sends `input` after every change. */
export type ControlBar = HTMLFormElement & {value: View};

/**
 * The bar, for Framework's `view()`; it starts as the address says, and writes there what is changed. On a narrow
 * screen it folds into one button that says the present choice.
 */
export function ControlBar(options: ControlOptions = {}): ControlBar {
  const {sorts = [], modifiers = [], models = [], initial = {}} = options;
  const {lenses = [], scales = []} = options;
  const byModifier = modifiers.map(({name, label}) => ({value: name, label}));
  const plain: View = {
    ...{width: 95, point: "median", lens: "groups", scale: scales.at(0)?.value ?? "link"},
    ...{sort: sorts.at(0)?.value ?? "", modifier: byModifier.at(0)?.value ?? ""},
    model: models.at(0)?.value ?? "",
    ...initial
  };
  const offered = {
    width: widths,
    point: points,
    model: models,
    modifier: byModifier,
    sort: sorts,
    scale: scales
  };
  const start = withSettings(plain, settingsFromAddress(offered));
  const body = element(
    "div",
    {class: "controls-body", id: "controls-body"},
    options.picker,
    Select("lens", "Effect in", lenses, start.lens),
    Radios("scale", "Scale", scales, start.scale),
    Radios("width", "Interval", widths, String(start.width)),
    Radios("point", "Point", points, start.point),
    Select("model", "Model", models, start.model),
    Select("modifier", "Boxplots by", byModifier, start.modifier),
    Select("sort", "Sort all by", sorts, start.sort)
  );
  const fold = Fold(body);
  const form = element(
    "form",
    {class: "controls", "aria-label": "What the figures show"},
    fold,
    body
  );
  const bar = Object.assign(form, {value: start});
  const read = (): void => {
    bar.value = readView(form, start);
    fold.textContent = foldText(bar.value, lenses, options.picker !== undefined);
  };
  read();
  // In the capture phase, so that `value` is new before any other listener asks for it.
  form.addEventListener(
    "input",
    () => {
      read();
      settingsToAddress(settingsOf(bar.value), settingsOf(plain));
    },
    true
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return bar;
}

/** What the folded bar's button says: that groups can be found there, and the present choice. */
function foldText({point, width, lens}: View, lenses: readonly Choice[], finds: boolean): string {
  const seen = lens === "groups" ? "" : lenses.find(({value}) => value === lens)?.label;
  const rest = seen ? `, ${seen}` : "";
  return finds
    ? `Find a group · ${point}, ${width}%${rest}`
    : `${capitalise(point)}, ${width}% intervals${rest}`;
}

/** The button that opens the bar where it is folded. */
function Fold(body: HTMLElement): HTMLButtonElement {
  const fold = element("button", {
    type: "button",
    class: "controls-fold",
    "aria-expanded": "false",
    "aria-controls": body.id,
    onclick: () => fold.setAttribute("aria-expanded", String(body.classList.toggle("open")))
  });
  return fold;
}

function readView(form: HTMLFormElement, start: View): View {
  // A choice that was not offered keeps what it had at the start.
  return withSettings(start, Object.fromEntries(new FormData(form)) as Record<string, string>);
}
