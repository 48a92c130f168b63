// `trust.json`: everything that the page on trust shows, in words and numbers.
import type {GrowthRow, TrustCard} from "../../components/trust-types.js";
import {agreementCard} from "./agreement-rows.js";
import {calibrationRows, overallP} from "./calibration-rows.js";
import type {AgreementRecord, BenchRecord, CalibrationRecord, CostRecord} from "./results.js";
import {speedRows} from "./speed-rows.js";
import {wordsFor} from "./words.js";

/** The card of a bench's record, a calibration and an agreement; what was not measured is empty or null. */
export function trustCard(
  bench: BenchRecord,
  calibration: readonly CalibrationRecord[],
  agreement: AgreementRecord | null = null
): TrustCard {
  const {date, machine, rows, scaling = {}} = bench;
  const {cpu, cores, node, system} = machine;
  const runs = rows.flatMap(({poolhouse, stan}) => (stan ? [poolhouse, stan] : [poolhouse]));
  const loads = rows.map(({load}) => load);
  return {
    date,
    machine: `${cpu}, ${String(cores)} cores, ${system}, Node ${node}`,
    software: [...new Set(runs.map(({software}) => software))],
    load: loads.length === 0 ? null : [Math.min(...loads), Math.max(...loads)],
    speed: speedRows(bench),
    rows: growthRows(scaling.rows?.results),
    groups: growthRows(scaling.groups?.results),
    gradients: (scaling.gradient?.results ?? []).map(({model, ...cost}) => ({
      label: wordsFor(model),
      ...cost
    })),
    first: firstCard(scaling.first?.results),
    stress: scaling.stress?.results ?? null,
    calibration: calibrationRows(calibration),
    calibration_p: overallP(calibration),
    agreement: agreement && agreementCard(agreement)
  };
}

function growthRows(costs: readonly CostRecord[] = []): GrowthRow[] {
  return costs.map((cost) => ({model: wordsFor(cost.formula), ...cost}));
}

type First = NonNullable<NonNullable<BenchRecord["scaling"]>["first"]>["results"];

function firstCard(first: First | undefined): TrustCard["first"] {
  const [posterior, bootstrap] = [first?.posteriors[0], first?.bootstraps[0]];
  if (!first || !posterior || !bootstrap) return null;
  const {rows, groups} = posterior;
  return {
    rows,
    groups,
    replicates: bootstrap.replicates,
    posteriors: first.posteriors.map(({formula, seconds}) => ({label: wordsFor(formula), seconds})),
    bootstraps: first.bootstraps.map(({formula, columns, seconds}) => ({
      label: wordsFor(formula),
      columns,
      seconds
    }))
  };
}
