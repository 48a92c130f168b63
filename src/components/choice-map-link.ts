// The way from a fit of the map to the live panel.
import {fitKey} from "./choice-map-marks.js";
import type {ChoiceFit} from "./choice-map-types.js";
import {element} from "./dom.js";
import type {Highlight} from "./highlight.js";
import {stateAddress, stateEntries} from "./live-address.js";
import type {LiveCard} from "./live-types.js";
import {whileShown} from "./while-shown.js";

/** What a link needs to know. */
export interface FitLinkOptions {
  readonly fits: readonly ChoiceFit[];
  /** The models of the live panel. */
  readonly panel: readonly {readonly id: string; readonly live: LiveCard}[];
  /** The heading above the panel, by its id. */
  readonly place: string;
}

/** A link that opens the fit last pointed at in the live panel; hidden until there is one. */
export function FitLink({fits, panel, place}: FitLinkOptions, highlight: Highlight): HTMLElement {
  const link = element("a", {}, "Open this fit in the panel above");
  const line = element("p", {class: "choice-map-link", hidden: true}, link);
  const point = (): void => {
    const fit = fits.find((one) => fitKey(one) === highlight.current);
    const card = panel.find(({id}) => id === fit?.model)?.live;
    if (!fit || !card) return;
    const plain = {groups: card.groups.modifiers, likelihood: card.spec.family};
    // The model is always named: which one the panel opens with is the page's to say.
    const entries = stateEntries(fit, plain, "");
    link.setAttribute("href", stateAddress(entries, location.href, place));
    line.hidden = false;
  };
  whileShown(line, highlight, point);
  point();
  return line;
}
