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
  /** More controls at the bar's end, such as a `GroupPicker`. */
  readonly extra?: readonly Node[];
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
    Select("lens", "Effect in", lenses, start.lens),
    Radios("scale", "Scale", scales, start.scale),
    Radios("width", "Interval", widths, String(start.width)),
    Radios("point", "Point", points, start.point),
    Select("model", "Model", models, start.model),
    Select("modifier", "Boxplots by", byModifier, start.modifier),
    Select("sort", "Sort all by", sorts, start.sort),
    ...(options.extra ?? [])
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
    const {point, width, lens} = bar.value;
    const seen = lens === "groups" ? "" : lenses.find(({value}) => value === lens)?.label;
    fold.textContent = `${capitalise(point)}, ${width}% intervals${seen ? `, ${seen}` : ""}`;
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
