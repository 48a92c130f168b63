// Takes the README's picture from the built site: the front page, as a reader meets it.
import {mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {chromium} from "playwright-core";
import {launchArguments, needBrowser} from "./browser.mjs";
import {serve} from "./serve.mjs";

const picture = ".github/screenshot.png";
const page = {path: "", width: 1000, height: 930};

const server = await serve("dist", {base: "/"});
const browser = await chromium.launch({executablePath: needBrowser(), args: launchArguments});
try {
  const tab = await browser.newPage({
    viewport: {width: page.width, height: page.height},
    colorScheme: "light",
    reducedMotion: "reduce"
  });
  await tab.goto(`${server.origin}/${page.path}`);
  await tab.waitForSelector("observablehq-loading", {state: "detached"});
  await tab.waitForLoadState("networkidle");
  if ((await tab.locator(".stand-in").count()) > 0)
    throw new Error("invalid picture: the site stands on simulated rows; build it on the data");
  mkdirSync(dirname(picture), {recursive: true});
  await tab.screenshot({path: picture});
  const kilobytes = Math.round(statSync(picture).size / 1024);
  process.stdout.write(`${picture}: ${String(kilobytes)} kB\n`);
} finally {
  await browser.close();
  await server.close();
}
