// What groups cost: a hundred thousand rows in ten groups to a hundred thousand.
import {costOf, costTable, simulate} from "./simulated.js";

const ROWS = 1e5;
// All draws of all groups must fit into memory.
const DRAWS = 100;
const sizes = process.argv.slice(2).map(Number);

const costs = [];
for (const groups of sizes.length ? sizes : [10, 100, 1e3, 1e4, 1e5])
  costs.push([groups.toLocaleString("en"), await costOf(simulate(ROWS, groups), DRAWS)] as const);
process.stdout.write(`${costTable("groups", costs)}\n`);
