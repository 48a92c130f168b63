// The last steps of a build, on the pages in dist/: what cells display, and what a page may load.
import {readFileSync, writeFileSync} from "node:fs";
import {inlineHashes, withPolicy} from "./csp.js";
import {filesUnder} from "./fingerprint.mjs";
import {prerenderSite} from "./prerender/prerender.js";

const [dist = "dist"] = process.argv.slice(2);

try {
  await prerenderSite(dist);
  const pages = filesUnder(dist)
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({path, html: readFileSync(path, "utf8")}));
  const styles = pages.flatMap(({html}) => inlineHashes(html).styles);
  for (const {path, html} of pages) writeFileSync(path, withPolicy(html, styles));
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
