// The reference models with their data, and how each is fitted to be held against Stan.
import type {Method, SamplerOptions} from "../../src/engine/sampler/options.js";
import type {Columns} from "../../src/engine/types.js";
import {prepared, readReference, sideTakingColumns} from "./reference.js";

const {bp, tw} = prepared;
const full = {targetAcceptance: 0.95, seed: "agreement"} as const;
// Fifteen crossed terms take NUTS a minute: two shorter chains, each held with its own errors.
const short = {...full, chains: 2, warmup: 500, draws: 500} as const;
// Factors with few levels leave sds with long tails, which a short run may miss.
const longer = {...short, draws: 1500} as const;

interface Case {
  readonly id: string;
  /** Null where the experiment's rows are not at hand. */
  readonly data: Columns | null;
  readonly nuts: Partial<SamplerOptions>;
}

/** Every reference of tests/fixtures/stan. */
export const cases: readonly Case[] = [
  {id: "bp-lambda", data: bp, nuts: full},
  {id: "bp-additive", data: bp, nuts: full},
  {id: "bp-sidetaking", data: bp && sideTakingColumns(bp), nuts: full},
  {id: "tw-lambda", data: tw, nuts: full},
  {id: "tw-scenario", data: tw, nuts: longer},
  {id: "tw-respondent", data: tw, nuts: {...short, draws: 1000}},
  {id: "tw-logit", data: tw, nuts: {seed: "agreement"}}
];

/** One fit of one reference. */
export interface Run {
  readonly id: string;
  readonly data: Columns | null;
  readonly method: Method;
  readonly options: Partial<SamplerOptions>;
}

/** Every case by exact draws, where its family has them, and by NUTS. */
export const runs: readonly Run[] = cases.flatMap(({id, data, nuts}): Run[] => [
  ...(readReference(id).spec.family === "gaussian"
    ? [{id, data, method: "exact", options: {...full, method: "exact"}} as const]
    : []),
  {id, data, method: "nuts", options: {...nuts, method: "nuts"}}
]);

/** Models of fifteen crossed terms, which are published from exact draws and take NUTS minutes. */
const long = ["tw-scenario", "tw-respondent"];

/** The runs that every test makes; bench/agreement.ts makes the others too, and records them. */
export const quickRuns: readonly Run[] = runs.filter(
  ({id, method}) => method !== "nuts" || !long.includes(id)
);
