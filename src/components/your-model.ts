// The proposed model: one formula an outcome, to be changed, with reasons and priors.
import {element} from "./dom.js";
import type {YourChoice, YourPlan} from "./your-types.js";

/** The formulas; `set` is called with the choice that has a changed one. */
export function YourModel(
  {models, reasons}: YourPlan,
  choice: YourChoice,
  set: (choice: YourChoice) => void
): HTMLElement {
  return element(
    "section",
    {class: "your-model", "aria-label": "Model"},
    ...models.map((model) => FormulaField(model, choice, set)),
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
  set: (choice: YourChoice) => void
): HTMLElement {
  const field = element("textarea", {name: `formula-${outcome}`, rows: 2, spellcheck: "false"});
  field.value = formula;
  const take = (text: string): void => {
    const own = text.replaceAll(/\s+/gu, " ").trim();
    const isProposed = own === proposed || own === "";
    const others = Object.entries(choice.formulas).filter(([name]) => name !== outcome);
    const mine = isProposed ? [] : [[outcome, own] as const];
    set({...choice, formulas: Object.fromEntries([...others, ...mine])});
  };
  field.addEventListener("change", () => {
    take(field.value);
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
            take(proposed);
          }
        },
        "Back to the proposed formula"
      )
  );
}
