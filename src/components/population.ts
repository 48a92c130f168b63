// Hands a page's fetched draws to the engine, and takes back what a reweighted population shows.
import type {OpenTable} from "./arrow-columns.js";
import type {Answer} from "./lens.js";
import type {Margin} from "./shares.js";
import type {EffectRow, Estimate, Modifier} from "./types.js";

/** A summary as the engine names its parts. */
type Summary = Readonly<
  Record<
    | "mean"
    | "sd"
    | "q2.5"
    | "q5"
    | "q10"
    | "q25"
    | "q50"
    | "q75"
    | "q90"
    | "q95"
    | "q97.5"
    | "mcse_mean"
    | "p_positive"
    | "margin"
    | "level",
    number
  >
>;

/** What is used of the engine's bundle. */
export interface PopulationEngine {
  readonly reweighEffects: (population: {
    effects: readonly Float64Array[];
    chains: number;
    sizes: readonly number[];
    margins: readonly {
      name: string;
      levels: readonly string[];
      shares: readonly number[];
      codes: readonly number[];
    }[];
  }) => readonly Summary[];
}

/** What a model's groups are averaged from. */
export interface PopulationInput {
  readonly model: string;
  readonly groups: readonly EffectRow[];
  readonly modifiers: readonly Modifier[];
  /** Margins a reader has set; the others stay the sample's. */
  readonly edited: readonly Margin[];
  /** The opened `draws.arrow`. */
  readonly draws: OpenTable;
}

/** The answers for one model; throws what the engine does when shares cannot be met. */
export function populationAnswers(
  engine: PopulationEngine,
  {model, groups, modifiers, edited, draws}: PopulationInput
): Answer[] {
  const own = modifiers.filter(({name}) => groups.every((row) => name in row.levels));
  const margins = own.map((modifier) => {
    const {name, label, levels} = modifier;
    const codes = groups.map((row) => levels.indexOf(row.levels[name] ?? ""));
    const typed = edited.find((one) => one.modifier.name === name);
    return {name: label, levels, codes, shares: typed?.shares ?? sampleShares(modifier, groups)};
  });
  const {effects, chains} = keptDraws(draws, groups);
  const sizes = groups.map(({n}) => n);
  const total = sizes.reduce((sum, n) => sum + n, 0);
  return engine.reweighEffects({effects, chains, sizes, margins}).map((summary) => {
    const modifier = own.find((_, m) => m === summary.margin);
    return {
      model,
      modifier: modifier?.name ?? "",
      level: modifier?.levels[summary.level] ?? "",
      ...{groups: groups.length, n: total, redrawn: 0, draws: effects[0]?.length ?? 0},
      ...{p_positive: summary.p_positive, mcse_mean: summary.mcse_mean},
      estimate: estimateOf(summary)
    };
  });
}

/** The shares of a modifier's levels among the groups' rows, in percent. */
export function sampleShares({name, levels}: Modifier, groups: readonly EffectRow[]): number[] {
  const counts = levels.map((level) =>
    groups.reduce((sum, row) => sum + (row.levels[name] === level ? row.n : 0), 0)
  );
  const total = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => (100 * n) / total);
}

function keptDraws(
  {columns}: OpenTable,
  groups: readonly EffectRow[]
): {effects: Float64Array[]; chains: number} {
  const chain = Array.from((columns(".chain") ?? []) as ArrayLike<number>);
  const all = groups.map(({model, group}) => {
    const column = columns(`${model}:${group}`);
    if (!column) throw new Error(`missing draws: ${model}:${group}`);
    return column as ArrayLike<number>;
  });
  // A model with fewer chains than another is missing in the rest.
  const kept = chain.flatMap((_, i) => (Number.isFinite(all[0]?.[i]) ? [i] : []));
  return {
    effects: all.map((column) => Float64Array.from(kept, (i) => column[i] ?? NaN)),
    chains: new Set(kept.map((i) => chain[i])).size
  };
}

function estimateOf(summary: Summary): Estimate {
  return {
    median: summary.q50,
    mean: summary.mean,
    sd: summary.sd,
    lower: {50: summary.q25, 80: summary.q10, 90: summary.q5, 95: summary["q2.5"]},
    upper: {50: summary.q75, 80: summary.q90, 90: summary.q95, 95: summary["q97.5"]}
  };
}
