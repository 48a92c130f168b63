// A prior that a reader changes: its family from a list, its scale on a slider that says the prior.
import {Select} from "./choices.js";
import {element} from "./dom.js";
import {numberText} from "./format.js";
import type {LiveEngine} from "./live-answer.js";

/** Half steps of doubling, from a quarter to four times. */
const STEPS = 4;

interface PriorChange {
  readonly family: string | null;
  readonly factor: number;
}

/** A family to choose, where there are some, and a slider for the scale, which says the prior. */
export function PriorChoice({
  legend,
  families,
  start,
  say,
  set
}: {
  legend: string;
  families: LiveEngine["spreadFamilies"];
  start: PriorChange;
  say: (change: PriorChange) => string;
  set: (change: PriorChange) => void;
}): HTMLElement {
  let change = start;
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
    const {factor} = change;
    const times =
      factor === 1
        ? "as published"
        : `${numberText(factor, Number.isInteger(factor) ? 0 : 2)} times the published scale`;
    output.textContent = `${say(change)}, ${times}`;
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
  const list = familyList(name, families, start.family, (family) => {
    told({...change, family});
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

/** A list of the families; null where there is none to choose. */
function familyList(
  name: string,
  families: LiveEngine["spreadFamilies"],
  chosen: string | null,
  set: (family: string | null) => void
): HTMLElement | null {
  const others = Object.entries(families).map(([value, {label}]) => ({value, label}));
  const all = [{value: "", label: "as published"}, ...others];
  const list = Select(`${name}-family`, "Family", all, chosen ?? "");
  list?.querySelector("select")?.addEventListener("change", (event) => {
    const {value} = event.target as HTMLSelectElement;
    set(value === "" ? null : value);
  });
  return list;
}

/** The factor of a slider's step; whole steps of two give whole powers of two. */
function factorAt(step: number): number {
  const whole = 2 ** Math.trunc(step / 2);
  return step % 2 === 0 ? whole : step > 0 ? 1.5 * whole : whole / 1.5;
}
