// What our engine costs by itself: gradients, memory, rows, groups, first posterior, stress.
import {measureApart} from "./apart.js";
import type {FirstResults} from "./first-posterior.js";
import {groupSizes, rowSizes, type FitCost, type Size} from "./fit-cost.js";
import type {GradientCost} from "./gradient-cost.js";
import {currentLoad} from "./machine.js";
import type {Model} from "./models.js";
import type {Stress} from "./stress.js";

/** A section's results; `load` is the machine's one-minute load average before it. */
export interface Section<T> {
  readonly load: number;
  readonly results: T;
}

/** The sections by name, those that have been run. */
export interface Scaling {
  readonly gradient?: Section<readonly GradientCost[]>;
  readonly rows?: Section<readonly FitCost[]>;
  readonly groups?: Section<readonly FitCost[]>;
  readonly first?: Section<FirstResults>;
  readonly stress?: Section<Stress>;
}

export type SectionName = keyof Scaling;

const STRESSED_FITS = 1000;

const costs = (sizes: readonly Size[]) => () =>
  sizes.map((size) => measureApart("fit", size) as FitCost);

const sections: {
  readonly [K in SectionName]-?: (models: readonly Model[]) => NonNullable<Scaling[K]>["results"];
} = {
  gradient: (models) => models.flatMap(({id}) => measureApart("gradient", id) as GradientCost[]),
  rows: costs(rowSizes),
  groups: costs(groupSizes),
  first: () => measureApart("first") as FirstResults,
  stress: () => measureApart("stress", STRESSED_FITS) as Stress
};

/** The sections in the order of the report. */
export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** Measures one section; `models` are those of the gradients. */
export function measureSection(name: SectionName, models: readonly Model[]): Scaling {
  const load = currentLoad();
  return {[name]: {load, results: sections[name](models)}};
}
