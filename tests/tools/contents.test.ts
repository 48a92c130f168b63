import {expect, it} from "vitest";
import {withContents} from "../../tools/contents.js";

const page = (entries: string): string =>
  `<html><head><title>A</title></head><body><aside id="observablehq-toc" aria-label="On this page" data-selector="h2">
<nav aria-label="Sections">
<div>On this page</div>
<ol>
${entries}
</ol>
</nav>
</aside>
<main id="observablehq-main" class="observablehq"><h1>A</h1></main></body></html>`;

it("lists the sections once more before the text, folded, with their own links and words", () => {
  const entries = ["for-whom", "data"].map(
    (id) =>
      `<li class="observablehq-secondary-link"><a href="#${id}">About $& ${id} &amp; more</a></li>`
  );
  const made = withContents(page(entries.join("\n")));
  const [, nav = ""] = /(<nav class="contents"[\s\S]*?<\/nav>)\s*<main/.exec(made) ?? [];
  expect(/<details[^>]*>/.exec(nav)?.[0]).toBe("<details>");
  expect(
    [...nav.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map(([, ...link]) => link)
  ).toEqual([
    ["for-whom", "About $& for-whom &amp; more"],
    ["data", "About $& data &amp; more"]
  ]);
  expect(made.indexOf("<script>")).toBeLessThan(made.indexOf("</head>"));
});

it("leaves a page without sections as it is", () => {
  expect(withContents(page(""))).toBe(page(""));
  expect(withContents("<p>404</p>")).toBe("<p>404</p>");
});
