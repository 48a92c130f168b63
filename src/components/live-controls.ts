// The form with which a reader changes a model.
import {Select, type Choice} from "./choices.js";
import {element} from "./dom.js";
import {capitalise, count, numberText} from "./format.js";
import type {LiveCard, LiveChoice, LiveEngine, LiveModifier} from "./live-types.js";

/** What the form is made of. */
export interface LiveControlOptions {
  readonly card: LiveCard;
  readonly choice: LiveChoice;
  readonly engine: LiveEngine;
  /** The published groups, to leave some out. */
  readonly groups: readonly Choice[];
  /** True when the outcome is 0 or 1 in every row. */
  readonly zeroOne: boolean;
  readonly changed: (choice: LiveChoice) => void;
}

/** Half steps of doubling, from a quarter to four times. */
const STEPS = 4;

/** The controls of one model; every change calls `changed` with the whole choice. */
export function LiveControls(options: LiveControlOptions): HTMLFormElement {
  const {card, engine} = options;
  let {choice} = options;
  const set = (change: Partial<LiveChoice>): void => {
    choice = {...choice, ...change};
    options.changed(choice);
  };
  const form = element(
    "form",
    {class: "live-controls", "aria-label": "Change the model"},
    GroupChoice(card, choice, (change) => {
      set(change);
    }),
    engine.hasScale(card.spec.priors, "sd") &&
      PriorChoice({
        legend: "Prior on how much effects vary",
        families: engine.spreadFamilies,
        start: choice.spread,
        say: (spread) => engine.scaledPrior(card.spec.priors, "sd", spread),
        set: (spread) => {
          set({spread});
        }
      }),
    engine.hasScale(card.spec.priors, "b") &&
      PriorChoice({
        legend: "Priors on coefficients",
        families: {},
        start: {family: null, factor: choice.coefficients.factor},
        say: (change) => engine.scaledPrior(card.spec.priors, "b", change),
        set: ({factor}) => {
          set({coefficients: {factor}});
        }
      }),
    LikelihoodChoice(options, (likelihood) => {
      set({likelihood});
    }),
    LeaveOut(options, (without) => {
      set({without});
    }),
    DrawsChoice(card, choice, (draws) => {
      set({draws});
    })
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  return form;
}

function GroupChoice(
  {words}: LiveCard,
  choice: LiveChoice,
  set: (change: Pick<LiveChoice, "groups" | "bins">) => void
): HTMLElement {
  let groups = new Set(choice.groups);
  let bins = {...choice.bins};
  const told = (): void => {
    set({groups: words.map(({name}) => name).filter((name) => groups.has(name)), bins});
  };
  const note = element(
    "p",
    {class: "live-note", role: "alert", hidden: true},
    "One characteristic has to make groups."
  );
  const item = (modifier: LiveModifier): HTMLElement => {
    const {name, label, levels} = modifier;
    const box = element("input", {
      type: "checkbox",
      name: `group-${name}`,
      checked: groups.has(name)
    });
    const list = binList(modifier, bins[name], (value) => {
      bins = Object.fromEntries([
        ...Object.entries(bins).filter(([one]) => one !== name),
        ...(value === null ? [] : [[name, value] as const])
      ]);
      told();
    });
    const toggle = (): void => {
      const next = new Set(groups);
      if (box.checked) next.add(name);
      else next.delete(name);
      note.hidden = next.size > 0;
      box.checked ||= next.size === 0;
      if (next.size === 0) return;
      groups = next;
      if (list) list.hidden = !box.checked;
      told();
    };
    box.addEventListener("change", toggle);
    if (list) list.hidden = !box.checked;
    return element(
      "span",
      {class: "live-group"},
      element("label", {}, box, ` ${label}`),
      levels.length > 2 && list
    );
  };
  return element("fieldset", {}, element("legend", {}, "Groups by"), ...words.map(item), note);
}

/** A list of how many bins a modifier of ordered steps is put into; null for other modifiers. */
function binList(
  {name, label, levels}: LiveModifier,
  chosen: number | undefined,
  set: (bins: number | null) => void
): HTMLSelectElement | null {
  if (levels.length < 3 || !levels.every(([code]) => typeof code === "number")) return null;
  const option = (bins: number | null, text: string): HTMLOptionElement =>
    element("option", {value: bins ?? "", selected: bins === (chosen ?? null)}, text);
  const list = element(
    "select",
    {name: `bins-${name}`, "aria-label": `${label}: steps`},
    option(null, count(levels.length, "step")),
    ...[3, 2].filter((bins) => bins < levels.length).map((bins) => option(bins, count(bins, "bin")))
  );
  list.addEventListener("change", () => {
    set(list.value === "" ? null : Number(list.value));
  });
  return list;
}

interface PriorChange {
  readonly family: string | null;
  readonly factor: number;
}

/** A family to choose, where there are some, and a slider for the scale, which says the prior. */
function PriorChoice({
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
  const list = Select(
    `${name}-family`,
    "Family",
    [
      {value: "", label: "as published"},
      ...Object.entries(families).map(([value, {label}]) => ({value, label}))
    ],
    start.family ?? ""
  );
  list?.querySelector("select")?.addEventListener("change", (event) => {
    const {value} = event.target as HTMLSelectElement;
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

/** The factor of a slider's step; whole steps of two give whole powers of two. */
function factorAt(step: number): number {
  const whole = 2 ** Math.trunc(step / 2);
  return step % 2 === 0 ? whole : step > 0 ? 1.5 * whole : whole / 1.5;
}

function LikelihoodChoice(
  {engine, choice, zeroOne}: LiveControlOptions,
  set: (likelihood: string) => void
): HTMLElement | null {
  const list = Select(
    "likelihood",
    "Likelihood",
    Object.entries(engine.likelihoods)
      .filter(([, one]) => zeroOne || !one.zeroOne)
      .map(([value, {label}]) => ({value, label})),
    choice.likelihood
  );
  list?.querySelector("select")?.addEventListener("change", (event) => {
    set((event.target as HTMLSelectElement).value);
  });
  return list && element("fieldset", {}, element("legend", {}, "Outcome"), list);
}

function LeaveOut(
  {groups, choice}: LiveControlOptions,
  set: (without: readonly string[]) => void
): HTMLElement {
  let {without} = choice;
  const labels = new Map(groups.map(({value, label}) => [value, label]));
  const chips = element("ul", {class: "live-chips"});
  const list = element("select", {name: "leave-out", "aria-label": "Leave out a group"});
  const told = (next: readonly string[]): void => {
    without = next;
    show();
    set(without);
  };
  const show = (): void => {
    chips.replaceChildren(
      ...without.map((key) =>
        element(
          "li",
          {},
          element(
            "button",
            {
              type: "button",
              "aria-label": `Take ${labels.get(key) ?? key} back in`,
              onclick: () => {
                told(without.filter((one) => one !== key));
                list.focus();
              }
            },
            `${labels.get(key) ?? key} ×`
          )
        )
      )
    );
    list.replaceChildren(
      element("option", {value: ""}, "choose a group"),
      ...groups
        .filter(({value}) => !without.includes(value))
        .map(({value, label}) => element("option", {value}, capitalise(label)))
    );
  };
  list.addEventListener("change", () => {
    if (list.value !== "") told([...without, list.value]);
  });
  show();
  return element("fieldset", {}, element("legend", {}, "Leave out"), list, chips);
}

/** All draws, or a quarter of them where that is quicker. */
function DrawsChoice(
  {sampler}: LiveCard,
  choice: LiveChoice,
  set: (draws: number | null) => void
): HTMLElement {
  const few = Math.max(100, Math.round(sampler.draws / 4));
  const list = Select(
    "draws",
    "Draws",
    [
      {value: "", label: `${numberText(sampler.chains * sampler.draws)}, as published`},
      {value: String(few), label: `${numberText(sampler.chains * few)}, quicker`}
    ],
    choice.draws === null ? "" : String(choice.draws)
  );
  list?.querySelector("select")?.addEventListener("change", (event) => {
    const {value} = event.target as HTMLSelectElement;
    set(value === "" ? null : Number(value));
  });
  return element("fieldset", {}, element("legend", {}, "Precision"), list);
}
