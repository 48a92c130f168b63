// `poolhouse diff`: what moved between two builds of the site.
import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Command} from "commander";
import {readSite} from "../check/site.js";
import {diffMarkdown} from "../diff/markdown.js";
import {siteChange} from "../diff/study-changes.js";
import {error} from "../engine/error.js";

/** Where a build leaves the site before it, once a result differs (tools/site.mjs). */
const former = "docs/.observablehq/before";

const help = `
Without folders it compares the site in dist with the one before the last build that changed a
result. Prints Markdown for a pull request: for each model what is new in data, priors, sampler and
advice, and for each group the old and the new effect, the shift of its mean in posterior standard
deviations, and the probability that went over zero.

Exit status: 0 compared; 2 wrong input, or there is nothing to compare with.`;

/** Adds the command to the program. */
export function addDiff(program: Command): void {
  program
    .command("diff")
    .description("say what moved between two builds of the site")
    .argument("[before]", "the former site", former)
    .argument("[after]", "the site now", "dist")
    .option("--json", "print one JSON object")
    .addHelpText("after", help)
    .action(runDiff);
}

function runDiff(before: string, after: string, {json = false}: {json?: boolean}): void {
  const now = readSite(after);
  if (before === former && !existsSync(join(former, "index.html"))) {
    error(
      `missing site before: the results in ${after} are the first that were built here, so that nothing has moved yet; change a study or its data, run npm run report and ask again, or name the folder of another built site, as in ./bin/poolhouse diff FOLDER`
    );
  }
  const change = siteChange(readSite(before), now);
  process.stdout.write(json ? `${JSON.stringify(change)}\n` : diffMarkdown(change));
}
