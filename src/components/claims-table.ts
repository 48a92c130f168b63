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

/** The two models that claims are tried on, as heads of columns and in the caption. */
export interface ClaimModels {
  readonly heads: readonly [published: string, corrected: string];
  readonly tried: string;
}

const correction: ClaimModels = {
  heads: ["As published", "As corrected"],
  tried: "each tried on the corrected model"
};

/**
 * One row a claim: what was said and where, what each model says, and the verdict. `about` names what the claims are
 * of, where a page has more than one such table; `models` what they are tried on, where that is no correction.
 */
export function ClaimsTable(
  claims: readonly Claim[],
  about = "",
  {heads, tried} = correction
): HTMLElement {
  if (claims.length === 0) {
    return element("p", {class: "empty"}, "Published claims are tried on the real data only.");
  }
  const named = about === "" ? "Published claims" : `Published claims about ${about}`;
  return ScrollBox(
    `${named} and what is left of them`,
    element(
      "table",
      {class: "claims"},
      element("caption", {}, `${named}, ${tried}`),
      headRow("Claim", ...heads, "Verdict"),
      element("tbody", {}, ...claims.map((claim) => claimRow(claim, heads)))
    )
  );
}

function claimRow(
  {claim, where, published, corrected, verdict}: Claim,
  [before, after]: ClaimModels["heads"]
): HTMLTableRowElement {
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, claim, element("span", {class: "where"}, where)),
    element("td", {"data-label": before}, published),
    element("td", {"data-label": after}, corrected),
    element(
      "td",
      {class: "claim-verdict", "data-label": "Verdict"},
      element("span", {"aria-hidden": "true"}, shapes[verdict]),
      ` ${capitalise(verdict)}`
    )
  );
}
