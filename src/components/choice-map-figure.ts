// The figure of a map of choices, with its words, its table, and the link to the fit that is looked at.
import {kindLabels, rowsOfChoices} from "./choice-map-kinds.js";
import {ChoiceMapPlot} from "./choice-map-plot.js";
import {fitRecords, fitSentence} from "./choice-map-records.js";
import {moversReading, spanReading, trustReading} from "./choice-map-readings.js";
import {turnReading} from "./choice-map-turns.js";
import type {ChoiceFit, ChoiceRows, LookedFit} from "./choice-map-types.js";
import {Figure, type FigureOptions} from "./figure.js";
import {count, listText, numberText, type Outcome} from "./format.js";

/** What the figure is told. */
export interface ChoiceFigureOptions extends Pick<
  FigureOptions,
  "number" | "name" | "standIn" | "highlight" | "unconverged"
> {
  readonly outcome: Outcome;
  /** Title of the axis. */
  readonly title: string;
  /** The group whose effect it is, in words; null for the sample's average. */
  readonly group: string | null;
  /** Whose published fit says what the sign is, by the model's id. */
  readonly reference: string;
}

/** Fits from the lowest to the highest effect, and the kinds of choice that all fits of the map differ by. */
interface Sorted {
  readonly sorted: readonly LookedFit[];
  readonly kinds: readonly ChoiceRows[];
}

function sort(fits: readonly ChoiceFit[], looked: readonly LookedFit[]): Sorted {
  const sorted = looked.toSorted((a, b) => a.estimate.median - b.estimate.median);
  return {sorted, kinds: rowsOfChoices(fits)};
}

/** How far the effect runs, what turns its sign, and what moves it. */
export function choiceAnswer(
  fits: readonly ChoiceFit[],
  looked: readonly LookedFit[],
  {outcome, group, reference}: Pick<ChoiceFigureOptions, "outcome" | "group" | "reference">
): string {
  const {sorted, kinds} = sort(fits, looked);
  const published = sorted.filter((one) => one.published);
  const from = published.find(({model}) => model === reference) ?? published.at(0);
  const whose = group === null ? "the average effect in these groups" : `the effect (${group})`;
  return [
    spanReading(sorted, {whose, outcome}),
    from ? turnReading(sorted, from, kinds, outcome) : "",
    moversReading(sorted, kinds, outcome)
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** The fits, sorted, above what was chosen for each. */
export function ChoiceFigure(
  fits: readonly ChoiceFit[],
  looked: readonly LookedFit[],
  options: ChoiceFigureOptions
): HTMLElement {
  const {outcome, group} = options;
  const {sorted, kinds} = sort(fits, looked);
  return Figure((width) => ChoiceMapPlot(sorted, kinds, {...options, width}), {
    ...options,
    id: "choices",
    title:
      group === null
        ? "What would have to be true for the average effect to turn its sign?"
        : `What would have to be true for the effect to turn its sign: ${group}?`,
    caption: `${designText(fits, group)} ${trustReading(fits, kinds)}`.trim(),
    rows: () => fitRecords(sorted, kinds, outcome),
    headings: {rank: "from the lowest", p_positive: "chance that it is above zero"},
    readout: (key) => fitSentence(sorted, kinds, key, outcome)
  });
}

/** What is drawn, and how it was made. */
function designText(fits: readonly ChoiceFit[], group: string | null): string {
  const kinds = rowsOfChoices(fits).map(({kind}) => kindLabels[kind].toLowerCase());
  const both = fits.some(
    ({choice: {spread, coefficients}}) =>
      coefficients.factor !== 1 && (spread.family !== null || spread.factor !== 1)
  );
  const fewer = [...new Set(fits.filter((one) => !one.published).map(({draws}) => draws))];
  const what =
    group === null
      ? "The average effect over the rows of the groups shown, each model’s own"
      : "The effect in the group, or in the group that it is part of where groups are joined";
  const thin = [
    !both && kinds.length > 1 && "the two priors are changed one at a time",
    fewer.length > 0 &&
      `fits that were not published have ${listText(
        fewer.map((draws) => numberText(draws)),
        "or"
      )} draws a chain`
  ].filter((part) => typeof part === "string");
  const time = thin.length === 0 ? "" : ` So that the report is quick to make, ${listText(thin)}.`;
  return `${what}, in ${count(fits.length, "fit")} by ${listText(kinds)}: median, 50% (thick) and 95% (thin) equal-tailed credible intervals, from the lowest to the highest; below, what was chosen for each.${time}`;
}
