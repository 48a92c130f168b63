// Runs a command of the program, with one sentence for whatever goes wrong.
import {CommanderError} from "commander";
import {InputError} from "../engine/error.js";
import {createProgram} from "./program.js";
import {usageSentence} from "./usage.js";

/**
 * Does what the words `args` ask for. Returns how the process should end where they were wrong input (2, told in one
 * sentence) or asked for help (0); undefined where a command ended by itself, which may have set the process's exit
 * code. A fault of ours is raised with its trace.
 */
export async function run(args: readonly string[]): Promise<number | undefined> {
  try {
    await createProgram().parseAsync(args, {from: "user"});
    return undefined;
  } catch (reason) {
    if (!(reason instanceof CommanderError) && !(reason instanceof InputError)) throw reason;
    const sentence = reason instanceof CommanderError ? usageSentence(reason) : reason.message;
    if (sentence !== null) process.stderr.write(`${sentence}\n`);
    return reason instanceof CommanderError && reason.exitCode === 0 ? 0 : 2;
  }
}
