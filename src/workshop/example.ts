// Rows to try the workshop with: generated, the same each time, and called so wherever they are shown.
import {createGenerator} from "../engine/index.js";

/** The name by which the file is known to be generated. */
export const exampleName = "example-canvass.csv";

/** Words for every figure made of it. */
export const exampleNote =
  "Generated rows: an experiment that never took place. Nothing here is a finding.";

const ROWS = 3000;

const parties = ["Democrat", "Independent", "Republican"];
const regions = ["Midwest", "Northeast", "South", "West"];

/** The example as a csv file: a letter, and who voted after it. */
export function exampleText(): string {
  const draws = createGenerator("the example of the workshop", 0);
  const pick = (texts: readonly string[]): number => Math.floor(draws.uniform() * texts.length);
  const lines = ["respondent_id,letter,voted,party,region,age,voted_before"];
  for (let i = 1; i <= ROWS; ++i) {
    const [party, region] = [pick(parties), pick(regions)];
    const age = 18 + Math.floor(70 * draws.uniform());
    const letter = Number(draws.uniform() < 0.5);
    const before = Number(draws.uniform() < 0.25 + age / 160);
    const effect =
      0.04 + (party === 1 ? 0.1 : 0) - (region === 2 ? 0.05 : 0) + (age < 40 ? 0.04 : 0);
    const chance = 0.2 + 0.35 * before + 0.05 * (party === 2 ? 1 : 0) + letter * effect;
    const voted = Number(draws.uniform() < chance);
    const told = draws.uniform() < 0.02 ? "NA" : String(age);
    lines.push([i, letter, voted, parties[party], regions[region], told, before].join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** The same as a file of the page. */
export function exampleFile(): File {
  return new File([exampleText()], exampleName, {type: "text/csv"});
}
