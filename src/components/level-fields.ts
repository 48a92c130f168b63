// Boxes to keep some levels of a modifier.
import {element} from "./dom.js";
import type {GroupFilter} from "./group-filter.js";
import type {Modifier} from "./types.js";

/** A row of boxes per modifier; none checked keeps all levels. */
export function LevelFields(modifiers: readonly Modifier[], {keep}: GroupFilter): HTMLElement {
  const fields = modifiers.map(({name, label, levels}) =>
    element(
      "fieldset",
      {},
      element("legend", {}, label),
      ...levels.map((level) => {
        const checked = Object.hasOwn(keep, name) && keep[name].includes(level);
        const box = element("input", {
          type: "checkbox",
          name: `keep-${name}`,
          value: level,
          checked
        });
        return element("label", {}, box, element("span", {}, level));
      })
    )
  );
  const open = Object.values(keep).some((levels) => levels.length > 0);
  return element(
    "details",
    {class: "explorer-levels", open},
    element("summary", {}, "Keep only some levels"),
    element("div", {}, ...fields)
  );
}
