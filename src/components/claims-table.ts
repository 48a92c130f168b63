// Published claims, each tried on the corrected model.
import {ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {capitalise} from "./format.js";
import {headRow} from "./model-card.js";
import type {Claim} from "./claim-types.js";

const shapes: Readonly<Record<Claim["verdict"], string>> = {
  survives: "\u25cf",
  weakened: "\u25d0",
  "does not survive": "\u25cb"
};

/**
 * One row a claim: what was said and where, what each model says, and the verdict. `about` names what the claims are
 * of, where a page has more than one such table.
 */
export function ClaimsTable(claims: readonly Claim[], about = ""): HTMLElement {
  if (claims.length === 0) {
    return element("p", {class: "empty"}, "Published claims are tried on the real data only.");
  }
  const named = about === "" ? "Published claims" : `Published claims about ${about}`;
  return ScrollBox(
    `${named} and what is left of them`,
    element(
      "table",
      {class: "claims"},
      element("caption", {}, `${named}, each tried on the corrected model`),
      headRow("Claim", "As published", "As corrected", "Verdict"),
      element("tbody", {}, ...claims.map(claimRow))
    )
  );
}

function claimRow({claim, where, published, corrected, verdict}: Claim): HTMLTableRowElement {
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, claim, element("span", {class: "where"}, where)),
    element("td", {"data-label": "As published"}, published),
    element("td", {"data-label": "As corrected"}, corrected),
    element(
      "td",
      {class: "claim-verdict", "data-label": "Verdict"},
      element("span", {"aria-hidden": "true"}, shapes[verdict]),
      ` ${capitalise(verdict)}`
    )
  );
}
