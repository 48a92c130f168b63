// The proposed model: one formula an outcome, to be changed, with reasons and priors.
import {element} from "./dom.js";
import type {YourPlan} from "./your-plan-types.js";
import type {YourChoice} from "./your-types.js";

/** Who is told of a changed formula: while it is typed, and once it is. */
export interface FormulaHooks {
  readonly typed: (choice: YourChoice) => void;
  readonly set: (choice: YourChoice) => void;
}

/** The formulas; the hooks are called with the choice that has a changed one. */
export function YourModel(
  {models, reasons}: YourPlan,
  choice: YourChoice,
  hooks: FormulaHooks
): HTMLElement {
  return element(
    "section",
    {class: "your-model", "aria-label": "Model"},
    ...models.map((model) => FormulaField(model, choice, hooks)),
    element("ul", {}, ...reasons.map((text) => element("li", {}, text))),
    element(
      "p",
      {class: "your-hint"},
      "In a formula, (1 + x || g) lets the constant and the slope of x vary by group, independently; (1 + x | g) lets them go together."
    )
  );
}

function FormulaField(
  {outcome, label, formula, proposed}: YourPlan["models"][number],
  choice: YourChoice,
  {typed, set}: FormulaHooks
): HTMLElement {
  const field = element("textarea", {name: `formula-${outcome}`, rows: 2, spellcheck: "false"});
  field.value = formula;
  const changed = (text: string): YourChoice => {
    const own = text.replaceAll(/\s+/gu, " ").trim();
    const isProposed = own === proposed || own === "";
    const others = Object.entries(choice.formulas).filter(([name]) => name !== outcome);
    const mine = isProposed ? [] : [[outcome, own] as const];
    return {...choice, formulas: Object.fromEntries([...others, ...mine])};
  };
  field.addEventListener("input", () => {
    typed(changed(field.value));
  });
  field.addEventListener("change", () => {
    set(changed(field.value));
  });
  return element(
    "div",
    {class: "your-formula"},
    element("label", {}, `Model of ${label}`, field),
    formula !== proposed &&
      element(
        "button",
        {
          type: "button",
          onclick: () => {
            set(changed(proposed));
          }
        },
        "Back to the proposed formula"
      )
  );
}
