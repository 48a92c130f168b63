// `poolhouse check`: may the built site be published? A sentence for each thing that is wrong.
import type {Command} from "commander";
import {check} from "../check/check.js";
import {checkNames} from "../check/finding.js";

const help = `
Run it in the project's folder after npm run report. It looks at ${checkNames.join(", ")}.

Exit status: 0 the site may be published; 1 something is wrong; 2 wrong input, or there is no site.`;

/** Adds the command to the program. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description("check that the built site is sound, fresh and honest")
    .argument("[folder]", "the built site", "dist")
    .option("--allow-stand-in", "let studies pass that stand on simulated rows")
    .option("--json", "print one JSON object")
    .addHelpText("after", help)
    .action(runCheck);
}

async function runCheck(
  folder: string,
  {allowStandIn = false, json = false}: {allowStandIn?: boolean; json?: boolean}
): Promise<void> {
  const findings = await check({folder, allowStandIn});
  if (findings.length > 0) process.exitCode = 1;
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ok: findings.length === 0, checked: checkNames, findings})}\n`
    );
    return;
  }
  for (const {check: name, where, message} of findings)
    process.stdout.write(`${name}: ${where}: ${message}\n`);
  const verdict =
    findings.length === 0
      ? `${folder} may be published: ${checkNames.join(", ")} are in order`
      : `${String(findings.length)} ${findings.length === 1 ? "thing is" : "things are"} wrong`;
  process.stdout.write(`${verdict}\n`);
}
