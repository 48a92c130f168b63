// The groups of a choice before any fit: how large, which lack an arm, and what coarser ones would be.
import {DataTable, ScrollBox} from "./data-table.js";
import {element} from "./dom.js";
import {count, numberText} from "./format.js";
import {headRow} from "./model-card.js";
import type {Alternative, GroupSizes, YourPlan} from "./your-plan-types.js";
import type {YourChoice} from "./your-types.js";

/** The audit; `use` takes one of the alternatives. */
export function YourGroups(
  {sizes, rows, left, wordless, warnings, groups, alternatives}: YourPlan,
  use: (choice: YourChoice) => void
): HTMLElement {
  return element(
    "section",
    {class: "your-groups", "aria-label": "Groups"},
    element("p", {}, sizesText(sizes, rows, left)),
    wordless !== "" && element("p", {}, wordless),
    warnings.length > 0 &&
      element("ul", {class: "advice"}, ...warnings.map((one) => warningItem(one, use))),
    alternatives.length > 0 && alternativesTable(alternatives, use),
    element(
      "details",
      {class: "code"},
      element("summary", {}, `The groups, largest first`),
      DataTable(
        groups.map(({label, n, treated}) => ({
          group: label,
          rows: n,
          treated,
          control: n - treated
        })),
        {
          caption: "Groups of the file",
          headings: {group: "Group", rows: "Rows", treated: "Treated", control: "Control"}
        }
      )
    )
  );
}

function warningItem(
  {code, message, remedy, use: own}: YourPlan["warnings"][number],
  use: (choice: YourChoice) => void
): HTMLElement {
  const press = (): void => {
    if (own) use(own.choice);
  };
  return element(
    "li",
    {class: "warning"},
    element(
      "p",
      {class: "advice-head"},
      element("span", {class: "severity"}, "Take care"),
      element("span", {class: "code"}, code)
    ),
    element("p", {}, message),
    element("p", {class: "remedy"}, element("span", {}, "Remedy: "), remedy),
    own && element("button", {type: "button", onclick: press}, own.label)
  );
}

/** Groups and their sizes in a sentence. */
function sizesText(
  {groups, smallest, median, largest, lacking, rows: own}: GroupSizes,
  rows: number,
  left: string
): string {
  const arms =
    lacking === 0
      ? "every one has treated and untreated rows"
      : `${numberText(lacking)} ${lacking === 1 ? "lacks" : "lack"} an arm`;
  return `${count(groups, "group")} of ${numberText(smallest)} to ${count(largest, "row")}, ${numberText(median)} in the middle; ${arms}. ${numberText(own)} of ${count(rows, "row")} of the file belong to one of them${left === "" ? "" : `; left out are ${left}`}.`;
}

function alternativesTable(
  alternatives: readonly Alternative[],
  use: (choice: YourChoice) => void
): HTMLElement {
  const row = ({what, sizes, choice}: Alternative): HTMLElement =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, what),
      element(
        "td",
        {},
        element(
          "button",
          {
            type: "button",
            "aria-label": `Use: ${what}`,
            onclick: () => {
              use(choice);
            }
          },
          "Use"
        )
      ),
      ...[sizes.groups, sizes.smallest, sizes.median, sizes.lacking].map((n) =>
        element("td", {class: "number"}, numberText(n))
      )
    );
  return ScrollBox(
    "Other groups",
    element(
      "table",
      {},
      element("caption", {}, "What leaving out, cutting or merging would make of the groups"),
      headRow("Change", "Take it", "Groups", "Smallest", "Middle", "Lacking an arm"),
      element("tbody", {}, ...alternatives.map(row))
    )
  );
}
