// Words of caution: the page's stand-in banner and a model's advice.
import {wordedNodes, type NameWords} from "./advice-words.js";
import {element} from "./dom.js";
import {standInText} from "./figure.js";
import {numberText} from "./format.js";
import type {Advice, StudyCard} from "./study-types.js";

const gravity: Readonly<Record<Advice["severity"], string>> = {
  error: "Do not rely on this",
  warning: "Take care",
  note: "Good to know"
};

/** The banner at the top of a page whose report stands on simulated rows; null on real data. */
export function StandInBanner(study: Pick<StudyCard, "stand_in">): HTMLElement | null {
  if (!study.stand_in) return null;
  return element(
    "aside",
    {class: "stand-in", "aria-label": "Stand-in data"},
    element("strong", {}, "This page is built on stand-in data. "),
    `${standInText} The study\u2019s file was not found when the page was built; put it in `,
    element("code", {}, "data/raw/"),
    " or connect to the network, and build again."
  );
}

/** What a reader of any number of the page is to be warned of; null where it is nothing. */
export function Cautions({cautions = []}: Pick<StudyCard, "cautions">): HTMLElement | null {
  if (cautions.length === 0) return null;
  return element(
    "aside",
    {class: "cautions", "aria-label": "Before you read on"},
    AdviceList(cautions)
  );
}

/**
 * Advice in order of gravity, each with its remedy; a sentence when there is none. Names that it marks
 * are put into `words`.
 */
export function AdviceList(
  advice: readonly Advice[],
  words: NameWords = () => undefined
): HTMLElement {
  if (advice.length === 0) {
    return element("p", {class: "empty"}, "The checks on this model found nothing to warn of.");
  }
  const order = Object.keys(gravity);
  const sorted = advice.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return element("ul", {class: "advice"}, ...sorted.map((one) => adviceItem(one, words)));
}

function adviceItem({code, severity, message, remedy}: Advice, words: NameWords): HTMLLIElement {
  return element(
    "li",
    {class: severity},
    element(
      "p",
      {class: "advice-head"},
      element("span", {class: "severity"}, gravity[severity]),
      element("span", {class: "code"}, code)
    ),
    element("p", {}, ...wordedNodes(message, words)),
    element("p", {class: "remedy"}, element("span", {}, "Remedy: "), ...wordedNodes(remedy, words))
  );
}

/** A sentence on groups that the address asks for and the page does not have; null when all are known. */
export function UnknownGroups(
  asked: readonly string[],
  known: ReadonlySet<string>
): HTMLElement | null {
  const unknown = asked.filter((group) => !known.has(group));
  if (unknown.length === 0) return null;
  const what =
    unknown.length === 1
      ? "a group that is not known here; it is left out."
      : `${numberText(unknown.length)} groups that are not known here; they are left out.`;
  return element("p", {class: "address-problem"}, `The address asks to highlight ${what}`);
}
