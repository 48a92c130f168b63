// Words of caution: the page's stand-in banner and a model's advice.
import {element} from "./dom.js";
import {standInText} from "./figure.js";
import {numberText} from "./format.js";
import type {Advice, StudyCard} from "./study-types.js";

const words: Readonly<Record<Advice["severity"], string>> = {
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

/** Advice in order of gravity, each with its remedy; a sentence when there is none. */
export function AdviceList(advice: readonly Advice[]): HTMLElement {
  if (advice.length === 0) {
    return element("p", {class: "empty"}, "The checks on this model found nothing to warn of.");
  }
  const order = Object.keys(words);
  const sorted = advice.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return element("ul", {class: "advice"}, ...sorted.map(adviceItem));
}

function adviceItem({code, severity, message, remedy}: Advice): HTMLLIElement {
  return element(
    "li",
    {class: severity},
    element(
      "p",
      {class: "advice-head"},
      element("span", {class: "severity"}, words[severity]),
      element("span", {class: "code"}, code)
    ),
    element("p", {}, message),
    element("p", {class: "remedy"}, element("span", {}, "Remedy: "), remedy)
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
