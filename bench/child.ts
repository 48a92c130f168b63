// One measurement and no other: the process that `measureApart` starts.
import {firstPosteriors} from "./first-posterior.js";
import {fitCost, type Size} from "./fit-cost.js";
import {gradientCost} from "./gradient-cost.js";
import {readModels} from "./models.js";
import {stress} from "./stress.js";

const [what = "", argument = "null"] = process.argv.slice(2);
const given = JSON.parse(argument) as unknown;

async function measure(): Promise<unknown> {
  if (what === "fit") return fitCost(given as Size);
  if (what === "first") return firstPosteriors();
  if (what === "stress") return stress(given as number);
  return Promise.all(readModels([given as string]).map(gradientCost));
}

process.stdout.write(JSON.stringify(await measure()));
