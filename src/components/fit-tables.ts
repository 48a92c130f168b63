// Reads the small Arrow tables of a study's fits into what the page on trust draws.
import {openTable} from "./arrow-columns.js";
import type {OpenTable} from "./arrow-columns.js";
import type {Chain, ChainedVariable, FitTables, JudgedRow, Line, PriorRow} from "./fit-types.js";

/** The bytes of the tables, by name. */
export type FitFiles = Readonly<
  Record<"traces" | "ranks" | "energy" | "convergence" | "priors" | "curves", ArrayBuffer>
>;

/** The tables of the fit of one model of the study that the files are of. */
export function readFit(files: FitFiles, model: string): FitTables {
  return {
    variables: readChains(files, model),
    energy: readEnergy(files.energy, model),
    judged: readJudged(files.convergence, model),
    priors: readPriors(files, model)
  };
}

/** Rows of the model, each read by `of`. */
function rowsOf<T>(table: OpenTable, model: string, of: (row: number) => T): T[] {
  const name = table.text("model");
  const rows = Array.from({length: table.rows}, (_, i) => i);
  return rows.filter((i) => name(i) === model).map(of);
}

function readChains({traces, ranks}: FitFiles, model: string): ChainedVariable[] {
  const counted = openTable(ranks);
  const [variable, label] = [counted.text("variable"), counted.text("label")];
  const [chain, count] = [counted.number("chain"), counted.number("count")];
  const [expected, reach] = [counted.number("expected"), counted.number("reach")];
  const made = new Map<string, ChainedVariable & {chains: Chain[]}>();
  rowsOf(counted, model, (i) => {
    const head = {variable: variable(i), label: label(i), expected: expected(i), reach: reach(i)};
    const own = made.get(head.variable) ?? {...head, chains: []};
    made.set(head.variable, own);
    const last = own.chains.at(-1);
    if (last?.chain === chain(i)) (last.counts as number[]).push(count(i));
    else own.chains.push({chain: chain(i), iterations: [], values: [], counts: [count(i)]});
  });
  const thinned = openTable(traces);
  const of = {variable: thinned.text("variable"), chain: thinned.number("chain")};
  const [iteration, value] = [thinned.number("iteration"), thinned.number("value")];
  rowsOf(thinned, model, (i) => {
    const own = made.get(of.variable(i))?.chains[of.chain(i) - 1];
    (own?.iterations as number[] | undefined)?.push(iteration(i));
    (own?.values as number[] | undefined)?.push(value(i));
  });
  return [...made.values()];
}

function readEnergy(bytes: ArrayBuffer, model: string): FitTables["energy"] {
  const table = openTable(bytes);
  const [kind, x, density] = [table.text("kind"), table.number("x"), table.number("density")];
  const points = rowsOf(table, model, (i) => ({kind: kind(i), x: x(i), y: density(i)}));
  const line = (name: string): Line => lineOf(points.filter((point) => point.kind === name));
  return points.length === 0 ? null : {energy: line("energy"), change: line("change")};
}

function lineOf(points: readonly {x: number; y: number}[]): Line {
  return {x: points.map(({x}) => x), y: points.map(({y}) => y)};
}

function readJudged(bytes: ArrayBuffer, model: string): JudgedRow[] {
  const table = openTable(bytes);
  const texts = textsOf(table, ["variable", "label", "kind", "missed"]);
  const numbers = numbersOf(table, ["rhat", "ess_bulk", "ess_tail", "error", "strain"]);
  return rowsOf(table, model, (i) => ({...texts(i), ...numbers(i)}));
}

function readPriors({priors, curves}: FitFiles, model: string): PriorRow[] {
  const drawn = openTable(curves);
  const [variable, x] = [drawn.text("variable"), drawn.number("x")];
  const [prior, posterior] = [drawn.number("prior"), drawn.number("posterior")];
  const points = rowsOf(drawn, model, (i) => ({
    variable: variable(i),
    ...{x: x(i), prior: prior(i), posterior: posterior(i)}
  }));
  const table = openTable(priors);
  const texts = textsOf(table, ["variable", "label", "class", "prior", "source", "measure"]);
  const numbers = numbersOf(table, [
    ...(["prior_sd", "prior_low", "prior_high"] as const),
    ...(["mean", "sd", "low", "high", "kept"] as const)
  ]);
  return rowsOf(table, model, (i) => {
    const row = {...texts(i), ...numbers(i)};
    const own = points.filter((point) => point.variable === row.variable);
    return {
      ...row,
      source: row.source === "user" ? "user" : "default",
      priorLine: lineOf(own.map((point) => ({x: point.x, y: point.prior}))),
      posteriorLine: lineOf(own.map((point) => ({x: point.x, y: point.posterior})))
    };
  });
}

function textsOf<K extends string>(table: OpenTable, names: readonly K[]) {
  const cells = names.map((name) => [name, table.text(name)] as const);
  return (row: number) =>
    Object.fromEntries(cells.map(([name, cell]) => [name, cell(row)])) as Record<K, string>;
}

function numbersOf<K extends string>(table: OpenTable, names: readonly K[]) {
  const cells = names.map((name) => [name, table.number(name)] as const);
  return (row: number) =>
    Object.fromEntries(cells.map(([name, cell]) => [name, cell(row)])) as Record<K, number>;
}
