// Two groups' posteriors and their difference, framed.
import {element} from "./dom.js";
import {Figure, type FigureOptions} from "./figure.js";
import {capitalise} from "./format.js";
import {HalfEyes} from "./half-eyes.js";
import type {Slab} from "./half-eye-labels.js";
import {createHighlight} from "./highlight.js";
import {
  classicalReading,
  differenceReading,
  exactnessReading,
  pairTitle,
  type PairReadingOptions
} from "./pair-readings.js";
import type {DrawnPosterior, PairResult} from "./pair-types.js";
import {estimateRecords} from "./records.js";
import {estimatesSentence} from "./sentence.js";

/** What the frame is told. */
export interface PairFigureOptions
  extends
    PairReadingOptions,
    Pick<FigureOptions, "id" | "number" | "name" | "standIn" | "unconverged"> {}

const parts = ["first", "second", "difference"] as const;

/** A half-eye for each group and one for the difference, and how a classical comparison would fare. */
export function PairFigure(result: PairResult, options: PairFigureOptions): HTMLElement {
  const {outcome, interval = 95, point = "median", labels} = options;
  const names = [...labels.map(capitalise), "Difference, first minus second"];
  const slabs = parts.map((part, i): Slab => {
    const {estimate, curve}: DrawnPosterior = result[part];
    const label = names[i] ?? part;
    return {
      key: part,
      label,
      series: "corrected",
      estimate,
      curve: {model: "", variable: part, ...curve}
    };
  });
  const [first, second, difference] = estimateRecords(
    slabs.map(({label, estimate}, i) => ({
      label,
      estimate,
      p_positive: result[parts[i] ?? "difference"].p_positive
    })),
    outcome,
    interval
  );
  const classical = result.classical;
  const rows = [first, second, {...difference}].map((row, i) => ({
    ...row,
    draws: result.draws,
    ols_se: i === 2 && classical ? classical.se * outcome.factor : NaN,
    power: i === 2 && classical ? classical.power : NaN,
    type_s: i === 2 && classical ? classical.wrong_sign : NaN,
    type_m: i === 2 && classical ? classical.exaggeration : NaN
  }));
  const figure = Figure(
    (width) => HalfEyes(slabs, {width, outcome, interval, point, title: outcome.unit}),
    {
      ...options,
      title: pairTitle(result, options),
      caption: `Posteriors of the two effects and of their difference, draw by draw, with ${point}, 50% (thick) and ${String(interval)}% (thin) equal-tailed intervals; heights compare within a row only. ${differenceReading(result, options)} ${exactnessReading(result, options)}`,
      rows,
      // These rows are no groups: what is pinned here stays here.
      highlight: createHighlight(),
      readout: (key) => {
        const slab = slabs.find((one) => one.key === key);
        const row = slab && [{label: slab.label, estimate: slab.estimate}];
        return row ? estimatesSentence(row, slab.label, {outcome, interval, point}) : "";
      }
    }
  );
  return element(
    "div",
    {},
    figure,
    element("p", {class: "pair-classical"}, classicalReading(result, options))
  );
}
