// Simulates raw tables from published margins, so that everything runs where the data cannot be had.
import {table as createTable, type ColumnTable} from "arquero";
import seedrandom from "seedrandom";
import {error} from "../engine/index.js";
import {standInPlans, type Margin, type StandInPlan} from "./stand-in-plans.js";

/** Simulated rows in the shape of a raw file, and words that say so. */
export interface StandIn {
  readonly standIn: true;
  readonly note: string;
  readonly seed: string;
  /** The columns and codes of the raw file; NaN where missing. */
  readonly table: ColumnTable;
}

type Uniform = () => number;

/**
 * The stand-in for the source called `id`, by a plan of the study's own or a published one: as many rows as the raw file and, wherever published, as
 * many rows by code, but the codes combined by chance and an outcome that follows assumed effects. The
 * same rows each time. Throws an InputError for a source that has no plan.
 */
export function createStandIn(
  id: string,
  plan: StandInPlan | undefined = standInPlans.get(id)
): StandIn {
  if (!plan) {
    return error(`missing stand-in: "${id}" has no margins to simulate from; get its data file`);
  }
  const seed = `poolhouse stand-in for ${id}`;
  const generator = seedrandom(seed);
  const uniform = () => generator.double();
  const cover = coveringRows(plan);
  const columns = new Map<string, Float64Array>();
  for (const [name, margin] of Object.entries(plan.margins)) {
    const start = cover.get(name) ?? [];
    columns.set(
      name,
      Float64Array.of(...start, ...shuffle(rest(margin, start, plan.rows), uniform))
    );
  }
  for (const [name, measure] of Object.entries(plan.measured)) {
    columns.set(
      name,
      Float64Array.from({length: plan.rows}, () => measure(normal(uniform)))
    );
  }
  if (plan.outcome !== null)
    columns.set(plan.outcome, respond(plan, plan.outcome, columns, uniform));
  return {
    standIn: true,
    note:
      "Simulated rows: the numbers of respondents by code are published, their combinations are " +
      "chance and the effects assumed. Nothing here is a finding.",
    seed,
    table: createTable(
      [...columns].map(([name, codes]) => [name, inTexts(codes, plan.texts?.[name])])
    )
  };
}

function inTexts(
  codes: Float64Array,
  texts: readonly string[] | undefined
): Float64Array | (string | null)[] {
  return texts ? Array.from(codes, (code) => (texts[code] as string | undefined) ?? null) : codes;
}

// One row for every combination of the covering columns' codes, column by column.
function coveringRows({margins, covering}: StandInPlan): ReadonlyMap<string, readonly number[]> {
  let rows: readonly (readonly number[])[] = covering.length > 0 ? [[]] : [];
  for (const name of covering) {
    const codes = Object.keys(margins[name]).map(Number);
    rows = rows.flatMap((row) => codes.map((code) => [...row, code]));
  }
  return new Map(covering.map((name, j) => [name, rows.map((row) => row[j])]));
}

// The codes that the margin still owes after `used`, and NaN up to `length`.
function rest(margin: Margin, used: readonly number[], length: number): number[] {
  const codes = Object.entries(margin).flatMap(([code, count]) => {
    const owed = count - used.filter((usedCode) => usedCode === Number(code)).length;
    return new Array<number>(owed).fill(Number(code));
  });
  while (codes.length + used.length < length) codes.push(NaN);
  return codes;
}

// Fisher and Yates's shuffle.
function shuffle(values: number[], uniform: Uniform): number[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}

// Rows by rank of their latent response take the codes in order, so that the margin is exact.
function respond(
  {margins, latent, rows}: StandInPlan,
  outcome: string,
  columns: ReadonlyMap<string, Float64Array>,
  uniform: Uniform
): Float64Array {
  const shuffled = columns.get(outcome);
  const values = new Float64Array(rows);
  const ranked: {row: number; response: number}[] = [];
  for (let row = 0; row < rows; row++) {
    const is = (name: string, code: number) => Number(columns.get(name)?.[row] === code);
    if (Number.isNaN(shuffled?.[row])) values[row] = NaN;
    else ranked.push({row, response: latent(is) + normal(uniform)});
  }
  ranked.sort((a, b) => a.response - b.response);
  const codes = rest(margins[outcome], [], ranked.length);
  ranked.forEach(({row}, i) => {
    values[row] = codes[i];
  });
  return values;
}

// Box and Muller's transform.
function normal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
