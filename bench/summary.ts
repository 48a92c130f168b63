// Times the summaries of draws, diagnostics included; run by `node --import tsx bench/summary.ts`.
import {createGenerator, summarize} from "../src/engine/index.js";

const CHAINS = 4;
const ITERATIONS = 1000;
const VARIABLES = 200;

/** Passes over all variables; the fastest counts, as others share the machine. */
const PASSES = 5;

/** The draws of each variable, x[i] = phi x[i - 1] + noise; independent when phi is 0. */
function autoregressions(phi: number): Float64Array[] {
  const generator = createGenerator("bench", 0);
  return Array.from({length: VARIABLES}, () => {
    let x = 0;
    return Float64Array.from(
      {length: CHAINS * ITERATIONS},
      () => (x = phi * x + generator.normal())
    );
  });
}

/** Processor time of one pass, in microseconds per draw and variable. */
function microseconds(variables: readonly Float64Array[]): number {
  const start = process.cpuUsage();
  for (const values of variables) summarize(values, CHAINS, ITERATIONS);
  const {user, system} = process.cpuUsage(start);
  return (user + system) / (VARIABLES * CHAINS * ITERATIONS);
}

for (const phi of [0, 0.9]) {
  const variables = autoregressions(phi);
  const times = Array.from({length: PASSES}, () => microseconds(variables));
  const what = phi === 0 ? "independent normal draws" : `autoregression with φ = ${phi}`;
  const [first, best] = [times[0], Math.min(...times)].map((time) => time.toFixed(3));
  console.log(`${what}: ${best} µs per draw and variable (first pass ${first})`);
}
