// Groups that a reader leaves out of a model.
import type {Choice} from "./choices.js";
import {element} from "./dom.js";

/** A list to leave a group out with, and a button for each that is, to take it back in. */
export function LeaveOut(
  groups: readonly Choice[],
  chosen: readonly string[],
  set: (without: readonly string[]) => void
): HTMLElement {
  let without = chosen;
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
        .map(({value, label}) => element("option", {value}, label))
    );
  };
  list.addEventListener("change", () => {
    if (list.value !== "") told([...without, list.value]);
  });
  show();
  return element("fieldset", {}, element("legend", {}, "Leave out"), list, chips);
}
