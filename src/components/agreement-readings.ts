// Sentences about how far our posteriors lie from Stan's and from exact ones.
import {agree, count, listText, numberText, percentText} from "./format.js";
import type {AgreementCard, AgreementRow} from "./agreement-types.js";

/** The answer in a sentence. */
export function agreementHeadline({rows, limit}: AgreementCard): string {
  const parameters = rows.reduce((sum, row) => sum + row.parameters, 0);
  const apart = rows.reduce((sum, row) => sum + row.beyond, 0);
  if (parameters === 0) return "No posterior has been compared with Stan’s yet.";
  return `Of ${count(parameters, "posterior")} held against Stan’s or against exact ones, ${apart === 0 ? "none" : numberText(apart)} ${agree(apart, "has", apart === 0 ? "has" : "have")} a mean farther away than ${limit} Monte Carlo errors, or a width that differs by more than chance allows.`;
}

/** All comparisons in one breath. */
export function agreementReading({rows, limit}: AgreementCard): string {
  if (rows.length === 0) return "No posterior has been compared yet.";
  const sum = (of: (row: AgreementRow) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const parameters = sum((row) => row.parameters);
  const within = sum((row) => row.within2);
  const beyond = rows.filter((row) => row.beyond > 0);
  const far = rows.reduce((a, b) => (b.largest > a.largest ? b : a));
  const low = Math.min(...rows.map(({ratio}) => ratio.low));
  const high = Math.max(...rows.map(({ratio}) => ratio.high));
  const left = sum((row) => row.left_out);
  const sentences = [
    `Of ${count(parameters, "comparison")}, ${percentText(within / parameters)} lie within two errors (95% by chance); the farthest is ${far.largest.toFixed(1)} errors away (${far.label}, ${far.method}).`,
    beyond.length === 0
      ? `None misses a limit: ${limit} errors for a mean, a tenth or what chance allows for a standard deviation.`
      : `${listText(beyond.map((row) => `${numberText(row.beyond)} of ${row.label}, ${row.method}`))} ${agree(beyond.length, "misses", "miss")} a limit.`,
    `Standard deviations are ${low.toFixed(2)} to ${high.toFixed(2)} of the reference’s.`,
    left > 0 &&
      `${count(left, "parameter")} ${agree(left, "is", "are")} left out, of which the reference has fewer than 400 effective draws.`
  ];
  return sentences.filter(Boolean).join(" ");
}

/** One model by one method. */
export function agreementSentence(row: AgreementRow): string {
  const {label, method, against, parameters, within2, largest, mean_square, beyond, ratio} = row;
  return `${label}, ${method}, beside ${against}: ${numberText(within2)} of ${count(parameters, "parameter")} within two errors, the farthest ${largest.toFixed(1)}; mean square ${mean_square.toFixed(2)}, 1 by chance; standard deviations ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)} of the reference’s; ${beyond === 0 ? "no limit missed" : `${count(beyond, "parameter")} beyond a limit`}.`;
}
