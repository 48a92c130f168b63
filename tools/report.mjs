// npm run report: install what is missing, get the data, fit, build the site, say where it is.
import {resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {install} from "./install.mjs";
import {builtPages, makeSite} from "./site.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  install();
  const isNew = makeSite();
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
