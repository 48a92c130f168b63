// The program: runs what its arguments ask for, and ends as that says.
import {run} from "./run.js";

// A reader such as head may leave before all is written; that is no fault.
process.stdout.on("error", (reason: NodeJS.ErrnoException) => {
  if (reason.code !== "EPIPE") throw reason;
});

const code = await run(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
