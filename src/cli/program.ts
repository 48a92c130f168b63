// The program as commander knows it: its commands and their options.
import {Command} from "commander";
import {version} from "../data/key.js";
import {addCheck} from "./check.js";
import {addData} from "./data.js";
import {addDiff} from "./diff.js";
import {addFit} from "./fit.js";
import {addNew} from "./new.js";
import {addRemove} from "./remove.js";
import {addRenew} from "./renew.js";

/** The program with all its commands, ready to parse; it throws instead of ending the process. */
export function createProgram(): Command {
  const program = new Command("poolhouse")
    .description("For whom did the treatment work? Partially pooled effects from a data file.")
    .version(version)
    .exitOverride()
    .configureOutput({outputError: () => undefined})
    .addHelpText(
      "after",
      "\nExit status: 0 done; 1 the fit is not to be trusted or a check failed; 2 wrong input."
    );
  for (const add of [addFit, addData, addNew, addRenew, addRemove, addCheck, addDiff]) add(program);
  return program;
}
