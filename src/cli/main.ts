// Runs the program, with one sentence for whatever goes wrong.
import {CommanderError} from "commander";
import {InputError} from "../engine/error.js";
import {createProgram} from "./program.js";
import {usageSentence} from "./usage.js";

// A reader such as head may leave before all is written; that is no fault.
process.stdout.on("error", (reason: NodeJS.ErrnoException) => {
  if (reason.code !== "EPIPE") throw reason;
});

try {
  await createProgram().parseAsync();
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
