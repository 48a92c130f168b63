// npm run report: install what is missing, get the data, fit, build the site, say where it is.
import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {install} from "./install.mjs";
import {beforeFolder, builtPages, makeSite} from "./site.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/**
 * The site that pages tell their differences from: the one before the last build that changed a result, unless
 * another is named. Raises an error where there is none.
 * @param {string} [named]
 */
function siteToCompare(named) {
  const folder = named ?? beforeFolder;
  if (existsSync(join(folder, "index.html")) && resolve(folder) !== resolve("dist")) return folder;
  throw new Error(
    named === undefined
      ? "missing site before: the results in dist are the first that were built here, so that nothing has moved yet; change a study or its data and ask again, or name the folder of another built site after --diff"
      : `invalid site: ${named} is no other built site; name the folder of one after --diff`
  );
}

try {
  install();
  const asked = process.argv.indexOf("--diff");
  let isNew = makeSite();
  if (asked > 0) {
    process.env.POOLHOUSE_DIFF = siteToCompare(process.argv[asked + 1]);
    isNew = makeSite() || isNew;
  }
  const pages = builtPages().filter((path) => !path.endsWith("404.html")).length;
  process.stdout.write(
    `The report is in ${resolve("dist")} (${pages} ${pages === 1 ? "page" : "pages"}` +
      `${isNew ? "" : ", as built before: nothing has changed since"}); ` +
      `npm run serve shows it.\n`
  );
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
