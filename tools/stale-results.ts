// The results in a built site beside those of what is here now, byte by byte.
import {readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {unzipSync} from "fflate";
import {compared} from "./compared.js";
import {filesUnder} from "./fingerprint.mjs";
import {findLoaders, loaderKey, loaderTarget, storedOutput} from "./loaders.js";

/**
 * One sentence for each loader whose output in the site at `dist` is not what it gives for the data,
 * sources, lockfile and settings that are here now. Files that a page does not use are not in a site.
 */
export async function staleResults(dist: string): Promise<string[]> {
  const shown = siteFiles(dist);
  const faults: string[] = [];
  for (const loader of findLoaders()) {
    const target = loaderTarget(loader);
    const files = [...shown].filter(([name]) => name === target || isInside(name, target));
    if (files.length === 0) continue;
    const stored = storedOutput(loader, await loaderKey(loader));
    const output = stored && compared(stored, target);
    const wrong = output
      ? files.filter(([name, path]) => !isOf(output, target, name, path))
      : files;
    if (wrong.length > 0)
      faults.push(
        `${target.replace(/\.\w+$/, "")}: ${wrong.map(([name]) => name).join(", ")} in ${dist} ${wrong.length === 1 ? "is" : "are"} not of the data, sources, lockfile and settings that are here now; run npm run report`
      );
  }
  return faults;
}

/** The site's data files by the names that pages call them by, without their hashes. */
function siteFiles(dist: string): Map<string, string> {
  const folder = join(dist, "_file", "data");
  return new Map(
    filesUnder(folder).map((path) => [
      relative(folder, path)
        .replaceAll("\\", "/")
        .replace(/\.[0-9a-f]{8}(\.\w+)$/, "$1"),
      path
    ])
  );
}

function isInside(name: string, target: string): boolean {
  return target.endsWith(".zip") && name.startsWith(`${target.slice(0, -".zip".length)}/`);
}

function isOf(output: Uint8Array, target: string, name: string, path: string): boolean {
  const bytes = readFileSync(path);
  if (name === target) return bytes.equals(output);
  const member = name.slice(target.length - ".zip".length + 1);
  const content = unzipSync(output, {filter: (file) => file.name === member})[member] as
    Uint8Array | undefined;
  return content !== undefined && bytes.equals(content);
}
