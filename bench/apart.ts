// Measures in a process of its own: a clean peak of memory, and no code compiled by others.
import {spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import {fail} from "./failure.js";

/**
 * What `bench/child.ts` measures when given `what` and its argument, as it comes out of JSON. Throws
 * when the process fails.
 */
export function measureApart(what: string, argument: unknown = null): unknown {
  const child = fileURLToPath(new URL("child.ts", import.meta.url));
  const args = ["--import", "tsx", child, what, JSON.stringify(argument)];
  const {status, stdout} = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"]
  });
  if (status !== 0) fail(`invalid measurement: ${what} left with code ${status ?? "none"}`);
  return JSON.parse(stdout);
}
