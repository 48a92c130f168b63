// Sentences about whether one fit's draws can be trusted, made from its diagnostics.
import {agree, capitalise, count, every, listText, numberText} from "./format.js";
import type {ChainedVariable, JudgedRow} from "./fit-types.js";
import type {ModelCard, StudyCard} from "./study-types.js";

/** The verdict on every fit of every study, gravest first: simulated rows, then limits missed. */
export function overallVerdict(
  studies: readonly Pick<StudyCard, "title" | "stand_in" | "models">[]
): string {
  const models = studies.flatMap((study) => study.models);
  const astray = models.filter(({unconverged}) => unconverged !== "");
  const invented = studies.filter(({stand_in}) => stand_in).map(({title}) => `“${title}”`);
  const all = `${count(models.length, "model")} of ${count(studies.length, "study", "studies")}`;
  const sentences = [
    invented.length > 0 &&
      `The rows of ${listText(invented)} are simulated: no number made from them is a finding.`,
    astray.length > 0 &&
      `The draws of ${astray.length} of ${all} cannot be trusted: ${listText(astray.map(({title, unconverged}) => `${title} (${unconverged})`))}.`,
    astray.length === 0 &&
      `The draws of ${models.length === 1 ? "the model" : `${every(models.length, "model")} of ${count(studies.length, "study", "studies")}`} keep every limit: R-hat, effective sizes, divergences, energy.`
  ];
  return sentences.filter((sentence) => sentence !== false).join(" ");
}

/** The verdict on one fit with the numbers behind it and whose they are. */
export function fitVerdict(card: ModelCard, rows: readonly JudgedRow[]): string {
  const {sampler, unconverged, signed_off} = card;
  const {chains, draws, divergences, min_ebfmi} = sampler;
  const of = (row: JudgedRow | undefined): string => (row ? ` (${row.label})` : "");
  const worst = (by: (row: JudgedRow) => number): JudgedRow | undefined =>
    [...rows].sort((a, b) => by(b) - by(a)).at(0);
  const parts = [
    `the largest R-hat is ${numberText(sampler.max_rhat, 3)}${of(worst(({rhat}) => rhat))}`,
    `the smallest bulk effective size is ${numberText(sampler.min_ess_bulk)} of ${numberText(chains * draws)}${of(worst(({ess_bulk}) => -ess_bulk))}`,
    `the smallest in the tails is ${numberText(sampler.min_ess_tail)}${of(worst(({ess_tail}) => -ess_tail))}`,
    ...(min_ebfmi === null ? [] : [`the smallest E-BFMI is ${numberText(min_ebfmi, 2)}`]),
    divergedText(min_ebfmi === null, divergences)
  ];
  const facts = `${count(chains, "chain")} of ${count(draws, "draw")}: of ${count(rows.length, "parameter, level and group effect", "parameters, levels and group effects")} ${listText(parts)}.`;
  if (unconverged === "") return `These draws can be trusted. ${capitalise(facts)}`;
  const despite = signed_off === "" ? "" : ` They are shown all the same: ${signed_off}`;
  return `These draws cannot be trusted: ${unconverged}.${despite} ${capitalise(facts)}`;
}

function divergedText(exact: boolean, divergences: number): string {
  if (divergences > 0) return `${count(divergences, "transition")} diverged`;
  return exact ? "exact draws cannot diverge" : "nothing diverged";
}

/** How evenly the ranks of the shown chains are spread. */
export function ranksReading(variables: readonly ChainedVariable[]): string {
  const bins = variables.flatMap(({chains, expected, reach}) =>
    chains.flatMap(({counts}) => counts.map((n) => Math.abs(n - expected) <= reach))
  );
  const within = bins.filter(Boolean).length;
  if (bins.length === 0) return "No chain was kept to look at.";
  return `${numberText(within)} of ${numberText(bins.length)} bins keep within the band; about ${numberText(Math.round(0.95 * bins.length))} would if the chains’ draws were independent and of one distribution.`;
}

/** One chain of one variable. */
export function chainSentence(
  {label, chains, expected, reach}: ChainedVariable,
  chain: number
): string {
  const own = chains.find((one) => one.chain === chain);
  if (!own) return "";
  const out = own.counts.filter((n) => Math.abs(n - expected) > reach).length;
  return `${label}, chain ${chain}: between ${numberText(Math.min(...own.counts))} and ${numberText(Math.max(...own.counts))} draws in a bin of ranks, ${numberText(expected)} expected; ${count(out, "bin")} of ${own.counts.length} ${agree(out, "lies", "lie")} outside the band.`;
}

/** What the energies say, or why there are none. */
export function energyReading({sampler}: Pick<ModelCard, "sampler">): string {
  const {min_ebfmi, method, max_treedepth_hits} = sampler;
  if (min_ebfmi === null)
    return method === "exact"
      ? "Exact draws have no energy: the coefficients are drawn from their distribution given the variances, so that no trajectory can go wrong."
      : "This sampler has no energy.";
  const depth =
    max_treedepth_hits === 0
      ? "no trajectory was cut at its greatest length"
      : `${count(max_treedepth_hits, "trajectory", "trajectories")} ${agree(max_treedepth_hits, "was", "were")} cut at the greatest length`;
  const verdict =
    min_ebfmi < 0.3
      ? "below 0.3: the chains move too slowly through the energies"
      : "above 0.3, so that the chains reach all energies";
  return `The smallest E-BFMI is ${numberText(min_ebfmi, 2)}, ${verdict}; ${depth}.`;
}
