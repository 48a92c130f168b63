// Which characteristics make groups, and how finely.
import {element} from "./dom.js";
import {count} from "./format.js";
import type {LiveCard, LiveChoice, LiveModifier} from "./live-types.js";

/** A box for every modifier, the last of which stays checked, and lists of bins for ordered ones. */
export function GroupChoice(
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
    ...levels
      .slice(2)
      .map((_, i) => option(levels.length - 1 - i, count(levels.length - 1 - i, "bin")))
  );
  list.addEventListener("change", () => {
    set(list.value === "" ? null : Number(list.value));
  });
  return list;
}
