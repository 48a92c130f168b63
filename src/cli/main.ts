// The program: its commands, and one sentence for whatever goes wrong.
import {Command, CommanderError} from "commander";
import {version} from "../data/key.js";
import {InputError} from "../engine/error.js";
import {addCheck} from "./check.js";
import {addData} from "./data.js";
import {addDiff} from "./diff.js";
import {addFit} from "./fit.js";
import {addNew} from "./new.js";
import {usageSentence} from "./usage.js";

const program = new Command("poolhouse")
  .description("For whom did the treatment work? Partially pooled effects from a data file.")
  .version(version)
  .exitOverride()
  .configureOutput({outputError: () => undefined})
  .addHelpText(
    "after",
    "\nExit status: 0 done; 1 the fit is not to be trusted or a check failed; 2 wrong input."
  );
addFit(program);
addData(program);
addNew(program);
addCheck(program);
addDiff(program);

// A reader such as head may leave before all is written; that is no fault.
process.stdout.on("error", (reason: NodeJS.ErrnoException) => {
  if (reason.code !== "EPIPE") throw reason;
});

try {
  await program.parseAsync();
} catch (reason) {
  process.exitCode = exitCode(reason);
}

/** 0 after --help, 2 for wrong input, told in one sentence; a fault of ours keeps its trace. */
function exitCode(reason: unknown): number {
  if (!(reason instanceof CommanderError) && !(reason instanceof InputError)) throw reason;
  const sentence = reason instanceof CommanderError ? usageSentence(reason) : reason.message;
  if (sentence !== null) process.stderr.write(`${sentence}\n`);
  return reason instanceof CommanderError && reason.exitCode === 0 ? 0 : 2;
}
