// Before a site is shown: it must hold the loaders' outputs for exactly what is here now.
import {staleResults} from "./stale-results.js";

try {
  const stale = await staleResults(process.argv[2] ?? "dist");
  for (const sentence of stale) process.stderr.write(`${sentence}\n`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
