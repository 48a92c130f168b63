// The last steps of a build, on the pages in dist/: what cells display, contents, single files, scripts, and what a page may load.
import {readFileSync, writeFileSync} from "node:fs";
import {bundlePages} from "./bundle.js";
import {withContents} from "./contents.js";
import {withPolicy} from "./csp.js";
import {prerenderSite} from "./prerender/prerender.js";
import {checkAddress, takeAlong} from "./single-files.js";
import {builtPages} from "./site.mjs";

const [dist = "dist"] = process.argv.slice(2);
// An empty one counts as none, as elsewhere.
const site = process.env.POOLHOUSE_URL === "" ? undefined : process.env.POOLHOUSE_URL;

try {
  checkAddress(site);
  await prerenderSite(dist, async (path) => {
    writeFileSync(path, withContents(readFileSync(path, "utf8")));
    // While the page's modules are still there one by one, with the files they register.
    const made = await takeAlong(path, dist, site);
    if (made) process.stderr.write(`take/${made.name}: ${(made.bytes / 1e6).toFixed(2)} MB\n`);
  });
  await bundlePages(dist);
  for (const path of builtPages(dist)) writeFileSync(path, withPolicy(readFileSync(path, "utf8")));
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
