// Sentences about speed, cost and calibration, made from the numbers that the page draws.
import {agree, capitalise, count, listText, numberText} from "./format.js";
import type {CalibrationRow, GrowthRow, SpeedRow, TrustCard} from "./trust-types.js";

/** A positive number to `digits` significant ones, thousands separated: `0.012`, `1,230`. */
export function roundText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "unknown";
  return Number(value.toPrecision(digits)).toLocaleString("en-US", {
    maximumSignificantDigits: digits
  });
}

/** Seconds in the unit that suits them: `0.4 ms`, `53 ms`, `6.9 s`. */
export function secondsText(seconds: number): string {
  return seconds < 1 ? `${roundText(seconds * 1000, 2)} ms` : `${roundText(seconds, 2)} s`;
}

/** `176 times`, `about 12,000 times`, or that there is nothing to compare with. */
export function ratioText({ratio, rough}: Pick<SpeedRow, "ratio" | "rough">): string {
  if (ratio === null) return "not run in Stan";
  return `${rough ? "about " : ""}${roundText(ratio, rough ? 2 : 3)} times`;
}

/** How many models were compared, and how the ratios lie; a sentence of its own without any. */
export function speedReading(rows: readonly SpeedRow[]): string {
  const compared = rows
    .flatMap((row) => (row.ratio === null ? [] : [{...row, ratio: row.ratio}]))
    .sort((a, b) => a.ratio - b.ratio);
  const [least, most] = [compared.at(0), compared.at(-1)];
  if (!least || !most) return "No model has been compared with Stan yet.";
  const rough = compared.filter((row) => row.rough).length;
  const sentences = [
    `Poolhouse draws faster by ${ratioText(least)} (${least.label}) to ${ratioText(most)} (${most.label}).`,
    rough > 0 &&
      `“About” marks ${count(rough, "model")} in which a run, nearly always Stan’s, is too short to say more: ${agree(rough, "it takes", "they take")} Stan hours.`
  ];
  return sentences.filter(Boolean).join(" ");
}

/** The range of the ratios as a clause: `6.51 to about 12,000 times`. */
export function ratioRange(rows: readonly SpeedRow[]): string {
  const compared = rows
    .flatMap((row) => (row.ratio === null ? [] : [{...row, ratio: row.ratio}]))
    .sort((a, b) => a.ratio - b.ratio);
  const [least, most] = [compared.at(0), compared.at(-1)];
  if (!least || !most) return "";
  return `${ratioText(least).replace(" times", "")} to ${ratioText(most)}`;
}

/** One model's rates in full. */
export function speedSentence(row: SpeedRow): string {
  const {label, method, ours, stan, variables} = row;
  const rate = `${label}, ${method}: ${roundText(ours)} effective draws a second of the worst of ${numberText(variables)} parameters and effects`;
  return stan === null
    ? `${rate}; not run in Stan.`
    : `${rate}, Stan ${roundText(stan)}: ${ratioText(row)}.`;
}

/** What one fit cost. */
export function growthSentence(row: GrowthRow): string {
  const {model, model_seconds, sampling_seconds, rest_seconds, megabytes} = row;
  const size = `${numberText(row.rows)} rows in ${numberText(row.groups)} groups`;
  const times = listText([
    `${secondsText(model_seconds)} for the pass over the rows`,
    `${secondsText(sampling_seconds)} for ${numberText(row.draws)} draws`,
    `${secondsText(rest_seconds)} for effects and diagnostics`
  ]);
  return `${size}. ${capitalise(model)}: ${times}; ${roundText(megabytes, 2)} MB beside the data.`;
}

/** How sampling grew, from the smallest fit of each model to the largest. */
export function growthReading(rows: readonly GrowthRow[], by: "rows" | "groups"): string {
  const models = [...new Set(rows.map(({model}) => model))];
  const sentences = models.flatMap((model) => {
    const own = rows.filter((row) => row.model === model);
    const [first, last] = [own.at(0), own.at(-1)];
    if (!first || !last) return [];
    const times = last.sampling_seconds / first.sampling_seconds;
    const sizes = `${numberText(first[by])} to ${numberText(last[by])} ${by}`;
    return `${capitalise(model)}: from ${sizes} sampling takes ${roundText(times, 2)} times as long.`;
  });
  return sentences.join(" ") || "Nothing has been measured yet.";
}

/** One model's ranks. */
export function calibrationSentence(row: CalibrationRow): string {
  const {label, method, replications, curves, within, p} = row;
  return `${label}, ${method}: ${count(replications, "simulated data set")}; ${numberText(within)} of ${count(curves.length, "quantity", "quantities")} within the band; p = ${p.toFixed(2)}.`;
}

/** How all models did, and the least even of them. */
export function calibrationReading({calibration, calibration_p: p}: TrustCard): string {
  const least = [...calibration].sort((a, b) => a.p - b.p).at(0);
  if (!least || p === null) return "No model has been calibrated yet.";
  const curves = calibration.reduce((sum, row) => sum + row.curves.length, 0);
  const within = calibration.reduce((sum, row) => sum + row.within, 0);
  return `${numberText(within)} of ${numberText(curves)} curves keep within the band; ${numberText(Math.round(0.95 * curves))} are expected. Over all panels p = ${p.toFixed(2)}; the least is ${least.p.toFixed(2)} (${least.label}, ${least.method}).`;
}
