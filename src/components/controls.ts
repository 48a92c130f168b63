// The page's one slim bar: what every figure shows, chosen once.
import {Radios, Select, type Choice} from "./choices.js";
import {element} from "./dom.js";
import {capitalise} from "./format.js";
import type {LensKind} from "./lens.js";
import type {Modifier, Point, Width} from "./types.js";

/** What the reader chose; one plain object for all figures. */
export interface View {
  readonly width: Width;
  readonly point: Point;
  readonly sort: string;
  readonly modifier: string;
  readonly model: string;
  /** What effects refer to. */
  readonly lens: LensKind;
  /** What they are counted in: the link's units or the response's. */
  readonly scale: string;
}

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

const widths: readonly Choice[] = ["50", "80", "90", "95"].map((value) => ({
  value,
  label: `${value}%`
}));
const points: readonly Choice[] = [
  {value: "median", label: "median"},
  {value: "mean", label: "mean"}
];

/**
 * The bar, for Framework's `view()`. On a narrow screen it folds into one button that says the
 * present choice.
 */
export function ControlBar(options: ControlOptions = {}): ControlBar {
  const {sorts = [], modifiers = [], models = [], initial = {}} = options;
  const {lenses = [], scales = []} = options;
  const byModifier = modifiers.map(({name, label}) => ({value: name, label}));
  const start: View = {
    width: 95,
    point: "median",
    sort: sorts.at(0)?.value ?? "",
    modifier: byModifier.at(0)?.value ?? "",
    model: models.at(0)?.value ?? "",
    lens: "groups",
    scale: scales.at(0)?.value ?? "link",
    ...initial
  };
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
  const fold = element("button", {
    type: "button",
    class: "controls-fold",
    "aria-expanded": "false",
    "aria-controls": body.id,
    onclick: () => fold.setAttribute("aria-expanded", String(body.classList.toggle("open")))
  });
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
  form.addEventListener("input", read, true);
  form.addEventListener("submit", (event) => event.preventDefault());
  return bar;
}

function readView(form: HTMLFormElement, start: View): View {
  // A choice that was not offered keeps what it had at the start.
  const chosen = {...start, ...Object.fromEntries(new FormData(form))};
  return {...chosen, width: Number(String(chosen.width)) as Width};
}
