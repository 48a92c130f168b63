// What a table of three scales gains over NUTS on scales and coefficients: node --import tsx bench/tables.ts [rounds]
import {fit, runChainsInTurn} from "../src/engine/index.js";
import {simulate, spec} from "./simulated.js";

/** The model that `new` proposes: baseline and effect vary by group, independently. */
const formula = spec.formula.replace("(1 + t |", "(1 + t ||");

const methods = ["exact", "nuts"] as const;

/** Seconds of all chains, and the least bulk ESS of a parameter. */
async function cost(
  method: (typeof methods)[number],
  rows: number,
  groups: number
): Promise<[number, number]> {
  let seconds = 0;
  const data = simulate(rows, groups);
  const {diagnostics} = await fit({...spec, formula}, data, {method}, async (model, options) => {
    const started = performance.now();
    const chains = await runChainsInTurn(model, options);
    seconds = (performance.now() - started) / 1000;
    return chains;
  });
  return [seconds, diagnostics.min_ess_bulk];
}

const rounds = Number(process.argv[2] ?? 5);
console.log(`${formula}; 4 chains of 1,000 + 1,000, medians of ${String(rounds)} rounds in turn`);
for (const [rows, groups] of [
  [500, 4],
  [2000, 20],
  [5000, 100],
  [20_000, 1000]
]) {
  const all: Record<string, [number, number][]> = {exact: [], nuts: []};
  // The first round is thrown away: the compiler of JavaScript has seen nothing yet.
  for (let round = 0; round <= rounds; ++round)
    for (const method of methods) {
      const own = await cost(method, rows, groups);
      if (round > 0) all[method].push(own);
    }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
  const told = Object.entries(all).map(([name, costs]) => {
    const seconds = median(costs.map(([time]) => time));
    const worth = median(costs.map(([time, ess]) => ess / time));
    return {
      name,
      seconds,
      worth,
      text: `${name} ${seconds.toFixed(3)} s, ESS/s ${worth.toFixed(0)}`
    };
  });
  const gain = told[0].worth / told[1].worth;
  console.log(
    `${String(rows)} rows, ${String(groups)} groups: ${told.map(({text}) => text).join("; ")}; ${gain.toFixed(1)} times as many`
  );
}
