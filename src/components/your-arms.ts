// The two values of the treatment that are compared, the control first.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {Field} from "./live-field.js";
import type {OpenedFile, YourChoice} from "./your-types.js";

/** Two lists of the treatment's values; null where it has none to choose from. */
export function YourArms(
  {columns}: OpenedFile,
  choice: YourChoice,
  arms: readonly string[],
  set: (choice: YourChoice) => void
): HTMLElement | null {
  const column = columns.find(({name}) => name === choice.treatment);
  const levels = column?.levels ?? [];
  if (!column || levels.length < 2) return null;
  const values = levels.map(([value, label, n]) => ({
    value: String(value),
    label: `${label} (${numberText(n)})`
  }));
  const [control = values[0].value, treated = values[1].value] =
    choice.arms.length === 2 ? choice.arms : arms;
  const other = (not: string, before: string): string =>
    before === not ? (values.find(({value}) => value !== not)?.value ?? before) : before;
  return element(
    "div",
    {class: "your-arms"},
    element("span", {}, `${column.label} compares`),
    Field("arm-control", "Control", values, control, (value) => {
      set({...choice, arms: [value, other(value, treated === value ? control : treated)]});
    }),
    Field("arm-treated", "Treated", values, treated, (value) => {
      set({...choice, arms: [other(value, control === value ? treated : control), value]});
    })
  );
}
