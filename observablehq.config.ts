// The site: its pages, its head, and what has to be in place before Framework starts.
import {utimesSync} from "node:fs";
import {useApi} from "./tools/api/use-api.js";
import {compileTool} from "./tools/compile.js";
import {copyFonts, fontHead} from "./tools/fonts.js";
import {linkSources, seedCache} from "./tools/links.js";
import {bundleLive} from "./tools/live.js";
import {followEdits, forgetOutputs} from "./tools/loaders.js";
import {masthead} from "./tools/masthead.js";
import {hasMath, useMath, writeMathStyle} from "./tools/math.js";
import type {Markdown} from "./tools/math.js";
import {listPages, pageDescription} from "./tools/pages.js";
import {useReferences, type Markdown as Citing} from "./tools/references.js";
import {useShortCode, type MarkdownInline} from "./tools/short-code.js";
import {pagesShowing, useSources, type MarkdownCore} from "./tools/sources.js";
import {bundleVendor} from "./tools/vendor.js";

process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";

const root = "docs";
const preview = process.argv.includes("preview");
const described =
  "For whom did the treatment work? Partially pooled effects that can be questioned.";

/** Framework imports this file again whenever it changes; these steps are for the first time. */
const started = globalThis as {poolhouseStarted?: boolean};

linkSources(root, ["data", "components", "engine"]);
seedCache(root);
copyFonts(root);
writeMathStyle(root);
await bundleVendor(root);
await bundleLive(root);
if (!started.poolhouseStarted) {
  started.poolhouseStarted = true;
  forgetOutputs();
  if (preview) {
    followEdits(async (files) => {
      const vendored = files.some((file) => /[\\/]src[\\/]vendor[\\/]/.test(file));
      if (vendored) await bundleVendor(root);
      const engine = files.some((file) =>
        /[\\/]src[\\/](engine|live|workshop|data)[\\/]/.test(file)
      );
      if (engine) await bundleLive(root);
      // Framework watches pages, not what they show.
      for (const page of pagesShowing(root, files)) utimesSync(page, new Date(), new Date());
    });
  }
}

const attribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function head({path}: {path: string}): string {
  return [
    `<meta name="description" content="${attribute(pageDescription(root, path) ?? described)}">`,
    `<meta name="color-scheme" content="light dark">`,
    `<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">`,
    ...(hasMath(path) ? [`<link rel="stylesheet" href="/vendor/katex.css">`] : []),
    fontHead(root, path, preview)
  ].join("\n");
}

export default {
  root,
  // tools/site.mjs builds beside dist/ and puts the whole site in its place.
  output: process.env.POOLHOUSE_OUTPUT ?? "dist",
  base: process.env.POOLHOUSE_BASE ?? "/",
  title: "Poolhouse",
  pages: listPages(root),
  // Links name files, in the text, the top line and the pager, so that any static server answers them. All else
  // here calls a page by its source: "/side-taking".
  preserveExtension: true,
  toc: {show: true, label: "On this page"},
  pager: true,
  search: false,
  style: "style.css",
  globalStylesheets: [],
  head,
  sidebar: false,
  header: ({path}: {path: string}) => masthead(listPages(root), path),
  footer: null,
  interpreters: {".ts": ["node", await compileTool("tools/load.ts")]},
  markdownIt(markdown: Markdown & MarkdownCore & MarkdownInline & Citing): Markdown {
    useMath(markdown);
    useReferences(markdown, root);
    useSources(markdown);
    useShortCode(markdown);
    useApi(markdown);
    return markdown;
  }
};
