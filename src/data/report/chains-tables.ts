// `traces.arrow`, `ranks.arrow` and `energy.arrow`: how the chains of a fit ran, small enough to look at.
import {
  densityCurve,
  rankCounts,
  variableIndex,
  variableView,
  type Columns,
  type Draws
} from "../../engine/index.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {judgedRows, type JudgedRow} from "./convergence-table.js";
import {columnsOf, type Cell} from "./rows.js";

/** Draws shown of each chain: what a panel has pixels for. */
const KEPT = 100;
const BINS = 20;
const ENERGY_POINTS = 61;

/** How many are kept of a kind: the worst of all, the worst scales, effects by name. */
const most = {worst: 4, scales: 12} as const;

type Rows = Record<string, Cell>[];

/** Everything that shows chains; `energy` has rows for models whose draws have energies. */
export function chainsTables(
  study: StudyDefinition,
  fitted: readonly FittedModel[]
): Readonly<Record<"traces" | "ranks" | "energy", Columns>> {
  const [traces, ranks]: [Rows, Rows] = [[], []];
  for (const one of fitted)
    for (const row of shownRows(study, one)) {
      const {draws, values} = drawsOf(one, row);
      const head = {model: one.model.id, variable: row.variable, label: row.label};
      traces.push(...traceRows(draws, values).map((cells) => ({...head, ...cells})));
      ranks.push(...rankRows(draws, values).map((cells) => ({...head, ...cells})));
    }
  return {
    traces: columnsOf(traces),
    ranks: columnsOf(ranks),
    energy: columnsOf(fitted.flatMap(energyRows))
  };
}

/**
 * What is kept of a fit, the worst first: the four most strained of all, the twelve most strained
 * scales, and the effects that are largest, smallest and of the fewest rows.
 */
export function shownRows(study: StudyDefinition, one: FittedModel): JudgedRow[] {
  const all = judgedRows(study, one);
  const scales = all.filter(({variable}) => /^(sd_|sigma$)/.test(variable));
  const effects = all.filter(({kind}) => kind === "effect").sort((a, b) => a.mean - b.mean);
  const fewest = [...one.fit.effects.groups].sort((a, b) => a.n - b.n).at(0)?.key;
  const rare = effects.filter(({variable}) => variable === `effect:${fewest ?? ""}`);
  const chosen = new Set([
    ...all.slice(0, most.worst),
    ...scales.slice(0, most.scales),
    ...effects.slice(-1),
    ...effects.slice(0, 1),
    ...rare
  ]);
  return all.filter((row) => chosen.has(row));
}

function drawsOf(
  {fit}: FittedModel,
  {variable, kind}: JudgedRow
): {draws: Draws; values: Float64Array} {
  const draws = kind === "effect" ? (fit.effects.draws ?? fit.draws) : fit.draws;
  const name = kind === "effect" ? variable.slice("effect:".length) : variable;
  return {draws, values: variableView(draws, variableIndex(draws, name))};
}

function traceRows({chains, iterations}: Draws, values: Float64Array): Rows {
  const kept = Math.min(KEPT, iterations);
  const step = roundStep(values);
  return Array.from({length: chains * kept}, (_, i) => {
    const [chain, k] = [Math.floor(i / kept), i % kept];
    const iteration = Math.floor((k * iterations) / kept);
    const value = Math.round(values[chain * iterations + iteration] / step) * step;
    return {chain: chain + 1, iteration: iteration + 1, value};
  });
}

/** A power of two near a fiftieth of the spread: finer than a pixel, and few bits to load. */
function roundStep(values: Float64Array): number {
  const [low, high] = values.reduce(
    ([a, b], x) => [Math.min(a, x), Math.max(b, x)],
    [Infinity, -Infinity]
  );
  return high > low ? 2 ** Math.floor(Math.log2((high - low) / 400)) : 1;
}

function rankRows({chains, iterations}: Draws, values: Float64Array): Rows {
  const {counts, expected, reach} = rankCounts(values, chains, iterations, BINS);
  return Array.from(counts, (count, i) => ({
    chain: 1 + Math.floor(i / BINS),
    bin: 1 + (i % BINS),
    count,
    expected,
    reach
  }));
}

/** The density of the energies about their mean, and of their changes from draw to draw. */
function energyRows({model, fit}: FittedModel): Rows {
  // Exact draws have none, unless their variances are sampled by NUTS.
  if (!fit.chains.every(({energy}) => energy.every(Number.isFinite))) return [];
  const centred = fit.chains.map(({energy}) => {
    const mean = energy.reduce((sum, e) => sum + e, 0) / energy.length;
    return energy.map((e) => e - mean);
  });
  const levels = Float64Array.from(centred.flatMap((own) => [...own]));
  const changes = Float64Array.from(
    centred.flatMap((own) => Array.from(own.subarray(1), (e, i) => e - own[i]))
  );
  const curve = (kind: string, values: Float64Array): Rows => {
    const {x, density} = densityCurve(values, {points: ENERGY_POINTS});
    return Array.from(x, (at, i) => ({model: model.id, kind, x: at, density: density[i]}));
  };
  return [...curve("energy", levels), ...curve("change", changes)];
}
