// Every parameter and effect of a fit with its diagnostics, to be sorted; what misses a limit first.
import {ScrollBox} from "./data-table.js";
import {thresholds} from "./diagnostics-card.js";
import {element} from "./dom.js";
import {count, numberText} from "./format.js";
import type {JudgedRow} from "./fit-types.js";
import {judgedColumns as columns, sortJudged} from "./judged-columns.js";
import type {JudgedKey} from "./judged-columns.js";

/** Rows shown before the reader asks for all. */
const FEW = 12;

/**
 * The table, worst first; a press on a heading sorts by it, worst first and then the other way. Rows
 * that miss a limit stay on top however it is sorted.
 */
export function ConvergenceTable(rows: readonly JudgedRow[], name: string): HTMLElement {
  let [by, direction, all]: [JudgedKey | null, 1 | -1, boolean] = [null, 1, rows.length <= FEW];
  const body = element("tbody", {});
  const more = element("button", {type: "button", class: "more", onclick: () => show({all: !all})});
  const heads = columns.map(({key, heading}) => {
    const button = element("button", {type: "button", onclick: () => show({by: key})}, heading);
    // A hyphen does not break a heading of one word.
    const kind = heading.includes(" ") ? "number" : "number word";
    return element("th", {scope: "col", class: key === "label" ? null : kind}, button);
  });
  const show = (change: {by?: JudgedKey; all?: boolean} = {}): void => {
    if (change.by !== undefined) direction = change.by === by && direction === 1 ? -1 : 1;
    by = change.by ?? by;
    all = change.all ?? all;
    const sorted = sortJudged(rows, by, direction);
    body.replaceChildren(...(all ? sorted : sorted.slice(0, FEW)).map(rowOf));
    heads.forEach((head, i) => {
      const {key, worst} = columns[i];
      const falling = worst * direction > 0;
      if (key === by) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    more.textContent = all ? `Show the first ${FEW}` : `Show all ${numberText(rows.length)}`;
    more.hidden = rows.length <= FEW;
    // The few end where their last row does; only all of them scroll in their place.
    section.classList.toggle("all", all && !more.hidden);
  };
  const bad = rows.filter(({missed}) => missed !== "").length;
  const caption = `${count(rows.length, "parameter, level and group effect", "parameters, levels and group effects")} of ${name}; ${bad === 0 ? "none misses a limit" : `${numberText(bad)} ${bad === 1 ? "misses" : "miss"} a limit, and ${bad === 1 ? "stands" : "stand"} first`}. Wanted: R-hat at most ${thresholds.rhat}, effective sample sizes (ESS) of ${thresholds.ess} or more. A heading sorts, the worst first.`;
  const section = element(
    "section",
    {class: "convergence", "aria-label": "Diagnostics of every parameter"},
    ScrollBox(
      "Diagnostics of every parameter and effect",
      element(
        "table",
        {},
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, ...heads)),
        body
      )
    ),
    more
  );
  show();
  return section;
}

function rowOf(row: JudgedRow): HTMLTableRowElement {
  const [first, ...others] = columns;
  const cells = others.map(({text, good}) =>
    good(row)
      ? element("td", {class: "number"}, text(row))
      : element(
          "td",
          {class: "number out"},
          element("abbr", {title: "out of bounds"}, `\u25b2 ${text(row)}`)
        )
  );
  return element("tr", {}, element("th", {scope: "row"}, first.text(row)), ...cells);
}
