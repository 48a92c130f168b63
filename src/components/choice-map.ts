// The map of choices: whose effect, every fit's answer, and the way to each fit in the live panel.
import {ChoiceFigure, choiceAnswer, type ChoiceFigureOptions} from "./choice-map-figure.js";
import {FitLink, type FitLinkOptions} from "./choice-map-link.js";
import {averages, groupLook} from "./choice-map-looks.js";
import type {LookedFit} from "./choice-map-types.js";
import {element} from "./dom.js";
import {createHighlight, type Highlight} from "./highlight.js";
import {sentence} from "./live-readings.js";
import {PairField} from "./pair-field.js";
import type {EffectRow, Modifier} from "./types.js";
import {whenNear} from "./when-near.js";
import {whileShown} from "./while-shown.js";

/** What the map is made of; its fits are those of one question. */
export interface ChoiceMapOptions
  extends Omit<ChoiceFigureOptions, "group" | "highlight">, FitLinkOptions {
  /** The bytes of `choice-effects.arrow`, fetched when a group is first asked for. */
  readonly effects: () => Promise<ArrayBuffer>;
  /** The published groups to choose from. */
  readonly groups: readonly EffectRow[];
  readonly modifiers: readonly Modifier[];
  /** The page's, whose pinned group the map follows. */
  readonly highlight: Highlight;
}

/**
 * A field for a group, which pins it in all figures of the page; the figure of its effect, or of the average
 * while no group is pinned; below the readout a link that opens the fit pointed at.
 */
export function ChoiceMap(options: ChoiceMapOptions): HTMLElement {
  const {groups, highlight, modifiers, fits} = options;
  const note = element("p", {class: "pair-status", role: "status"});
  const place = element("div", {class: "choice-map-figure"});
  const own = createHighlight();
  const look = groupLook(fits, options.effects);
  const say = (text: string): void => {
    note.textContent = text;
  };
  const field = PairField(groups, {
    id: "choices-group",
    label: "Whose effect",
    modifiers,
    onchange: (group) => highlight.pin(group),
    onunclear: say
  });
  Object.assign(field.input, {placeholder: "the sample average"});
  let shown: string | null = null;
  const draw = (group: EffectRow | null, looked: readonly LookedFit[]): void => {
    const whose = {...options, group: group?.label ?? null, highlight: own};
    const figure = ChoiceFigure(fits, looked, whose);
    figure.querySelector(".readout")?.after(FitLink(options, own));
    const answer = element("p", {class: "choice-map-answer"}, choiceAnswer(fits, looked, whose));
    place.replaceChildren(answer, figure);
  };
  const follow = (): void => {
    const group = groups.find((row) => row.group === highlight.pinned) ?? null;
    if (field.input !== document.activeElement) field.set(group?.group ?? null);
    if ((group?.group ?? null) === shown) return;
    shown = group?.group ?? null;
    say("");
    if (!group) draw(null, averages(fits));
    else void fetchGroup(group);
  };
  const fetchGroup = async (row: EffectRow): Promise<void> => {
    const isCurrent = (): boolean => shown === row.group;
    try {
      const looked = await look(row.group);
      if (isCurrent()) draw(row, looked);
    } catch (reason) {
      if (isCurrent()) say(`The groups’ effects cannot be had: ${sentence(reason)}.`);
    }
  };
  draw(null, averages(fits));
  // A group that is pinned far from here costs no bytes until the reader comes near.
  let near = false;
  whileShown(place, highlight, () => {
    if (near) follow();
  });
  whenNear(place, () => {
    near = true;
    follow();
  });
  return mapSection(field.node, note, place);
}

/** What the map is, the field above it, and its place. */
function mapSection(field: HTMLElement, note: HTMLElement, place: HTMLElement): HTMLElement {
  return element(
    "section",
    {class: "choice-map", "aria-labelledby": "what-else"},
    element("h3", {id: "what-else"}, "What else could have been chosen?"),
    element(
      "p",
      {},
      "Every way to choose groups, priors, likelihood and model gives an answer of its own. These were fitted when the report was made; pin a group in any figure, or name one here, to see what turns the sign of its effect."
    ),
    element(
      "form",
      {
        class: "pair-form",
        "aria-label": "Whose effect the map shows",
        onsubmit: (event) => event.preventDefault()
      },
      field
    ),
    note,
    place
  );
}
