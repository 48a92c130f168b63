// What leaves the page when a reader takes it: a study folder, and cells that name nobody.
import {element} from "./dom.js";
import {count} from "./format.js";
import {Field} from "./live-field.js";
import {TakeButton} from "./take-button.js";
import type {YourChoice} from "./your-types.js";
import type {SafeCells, YourWorkshop} from "./your-work-types.js";

/** The two exports, named after the study `id`, each made from the choice as it is when asked for. */
export function YourExports(
  workshop: Pick<YourWorkshop, "folder" | "cells">,
  id: string,
  choice: () => YourChoice
): HTMLElement {
  const status = element("p", {class: "take-status", role: "status"});
  const told = element("div", {role: "status"});
  const limit = element("input", {type: "number", name: "cell-limit", min: 2, step: 1, value: 5});
  let how: "merge" | "withhold" = "merge";
  const ways = [
    {value: "merge", label: "merged into one"},
    {value: "withhold", label: "left out"}
  ];
  return element(
    "details",
    {class: "your-exports"},
    element("summary", {}, "Take it along: a study folder, or cells without rows"),
    element(
      "p",
      {},
      "The folder holds declaration, loader, page and test, as ",
      element("code", {}, "poolhouse new"),
      " writes them, and none of your rows."
    ),
    TakeButton({
      label: "Study folder (.zip)",
      file: `${id}.zip`,
      make: async () =>
        new Blob([(await workshop.folder(choice())).slice()], {type: "application/zip"}),
      status
    }),
    element(
      "p",
      {},
      "Cells hold, for each group and arm, the number of rows, their mean and standard deviation."
    ),
    element("label", {class: "live-field"}, element("span", {}, "Fewest rows in a cell"), limit),
    Field("cell-how", "Smaller cells are", ways, how, (value) => {
      how = value === "withhold" ? "withhold" : "merge";
    }),
    TakeButton({
      label: "Cells (.csv)",
      file: `${id}-cells.csv`,
      make: async () => {
        const cells = await workshop.cells(choice(), Number(limit.value), how);
        told.replaceChildren(...disclosure(cells, limit.value));
        return new Blob([cells.csv], {type: "text/csv"});
      },
      status
    }),
    status,
    told
  );
}

/** What was done so that the cells name nobody. */
function disclosure({named, kept, withheld, uniform}: SafeCells, limit: string): Node[] {
  const few =
    named.length === 0
      ? `No cell has fewer than ${limit} rows.`
      : `${count(named.length, "cell")} ${named.length === 1 ? "has" : "have"} fewer than ${limit} rows; ${count(withheld, "cell")} left out.`;
  const same =
    uniform.length === 0
      ? ""
      : ` In ${count(uniform.length, "cell")} everybody has the same outcome, which tells it of each of them: look before you pass it on.`;
  const list = (title: string, texts: readonly string[]): Node[] =>
    texts.length === 0
      ? []
      : [
          element("p", {}, title),
          element("ul", {}, ...texts.map((text) => element("li", {}, text)))
        ];
  return [
    element("p", {}, `${count(kept, "cell")} in the file. ${few}${same}`),
    ...list("Too few rows:", named),
    ...list("The same outcome throughout:", uniform)
  ];
}
