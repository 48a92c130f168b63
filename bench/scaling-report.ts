// Writes what our engine costs by itself as sections of Markdown.
import type {FirstResults} from "./first-posterior.js";
import type {FitCost} from "./fit-cost.js";
import type {GradientCost} from "./gradient-cost.js";
import {format, table} from "./markdown.js";
import type {Scaling, Section} from "./scaling.js";
import type {Stress} from "./stress.js";

/** The sections that have been run, each with its heading; empty when none has. */
export function scalingPage({gradient, rows, groups, first, stress}: Scaling): string {
  return [
    section("A gradient, and the memory of a fit", gradient, gradientTable),
    section("As rows grow", rows, costTable),
    section("As groups grow", groups, costTable),
    section("The first usable posterior", first, firstTables),
    section("A thousand small meta-analyses", stress, stressText)
  ].join("");
}

function section<T>(
  heading: string,
  measured: Section<T> | undefined,
  text: (results: T) => string
): string {
  if (!measured) return "";
  return `\n## ${heading}\n\n${text(measured.results)}\n\nLoad average before: ${format(measured.load)}.\n`;
}

function gradientTable(costs: readonly GradientCost[]): string {
  return `The log density of all parameters with its gradient (what NUTS asks for; exact draws do not); a fit of
4 chains × (1,000 + 1,000), one after the other, from columns to advice, cold; the peak of its process's memory.

${table(
  ["model", "method", "rows", "cells", "dimension", "µs a gradient", "fit, s", "peak, MB"],
  costs.map(({model, method, rows, cells, dimension, microseconds, fit_seconds, ...cost}) => [
    model,
    method,
    ...[rows, cells, dimension, microseconds, fit_seconds, cost.peak_megabytes].map(format)
  ]),
  2
)}`;
}

function costTable(costs: readonly FitCost[]): string {
  return `One chain, as many draws as iterations of warm-up.

${table(
  [
    "model",
    "method",
    "rows",
    "groups",
    "cells",
    "draws",
    "to cells, s",
    "sampling, s",
    "rest, s",
    "MB beside data"
  ],
  costs.map((cost) => [
    `\`${cost.formula}\``,
    cost.method,
    ...[
      ...[cost.rows, cost.groups, cost.cells, cost.draws],
      ...[cost.model_seconds, cost.sampling_seconds, cost.rest_seconds, cost.megabytes]
    ].map(format)
  ]),
  2
)}`;
}

function firstTables({posteriors, bootstraps}: FirstResults): string {
  const [fastest, slowest] = [Math.min, Math.max].map((pick) =>
    pick(...bootstraps.map(({seconds}) => seconds))
  );
  return `A whole fit, from columns to advice, with 1,000 effective draws of every group's effect, beside OLS by QR with 200
bootstrap replicates: the median of seven in one process, and the first, cold.

${table(
  [
    "posterior",
    "rows",
    "groups",
    "draws",
    "min ESS",
    "s",
    "cold, s",
    "times the quickest OLS",
    "times the slowest OLS"
  ],
  posteriors.map(({formula, rows, groups, draws, min_ess, seconds, first_seconds}) => [
    `\`${formula}\``,
    ...[rows, groups, draws, min_ess, seconds, first_seconds].map(format),
    ...[seconds / fastest, seconds / slowest].map(format)
  ]),
  1
)}

${table(
  ["OLS", "columns", "replicates", "s", "cold, s"],
  bootstraps.map(({formula, columns, replicates, seconds, first_seconds}) => [
    `\`${formula}\``,
    ...[columns, replicates, seconds, first_seconds].map(format)
  ]),
  1
)}`;
}

function stressText(stress: Stress): string {
  const {fits, divergent, above_rhat, refused, broken, largest_rhat, smallest_ess, seconds} =
    stress;
  return `${format(fits)} fits of 3 to 8 studies with known standard errors, half-normal and half-Cauchy priors: ${divergent} with a
divergence, ${above_rhat} with an R-hat above 1.01 (largest ${largest_rhat.toFixed(4)}), ${refused} refused, ${broken} with a draw that is
no number; smallest bulk ESS ${format(smallest_ess)} of 4,000; ${format(seconds)} s in all.`;
}
