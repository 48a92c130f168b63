// Loaded before a data loader: what a person can mend is told as a sentence, and not as a trace of our sources.
import {existsSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";

process.on("uncaughtException", (reason) => {
  // Errors of src/engine/error.ts, by their name: the loader's bundle has a class of its own.
  const isInput = reason instanceof Error && reason.name === "InputError";
  process.stderr.write(`${isInput ? reason.message : String(reason?.stack ?? reason)}\n`);
  // Where tools/site.mjs looks for it. No setting says so: settings decide what a site is made from.
  const folder = "docs/.observablehq";
  const loader = basename(process.argv[1] ?? "").replace(/(?:\.zip)?\.m?[jt]s$/, "");
  if (isInput && existsSync(folder))
    writeFileSync(join(folder, "fault.txt"), `${loader}: ${reason.message}`);
  process.exit(1);
});
