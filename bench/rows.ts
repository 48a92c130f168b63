// What rows cost: the same 400 cells from a thousand rows to ten million.
import {costOf, costTable, simulate} from "./simulated.js";

const CELLS = 400;
const DRAWS = 500;
const sizes = process.argv.slice(2).map(Number);

const costs = [];
for (const rows of sizes.length ? sizes : [1e3, 1e4, 1e5, 1e6, 1e7])
  costs.push([rows.toLocaleString("en"), await costOf(simulate(rows, CELLS), DRAWS)] as const);
process.stdout.write(`${costTable("rows", costs)}\n`);
