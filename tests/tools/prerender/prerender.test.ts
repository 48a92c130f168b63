import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {prerenderSite} from "../../../tools/prerender/prerender.js";

/** As much of Framework's client as one cell needs: it displays before the cell's comment. */
const client = `export function define({id, body}) {
  const comments = document.createNodeIterator(document.body, 128);
  let root = comments.nextNode();
  while (root.data !== ":" + id + ":") root = comments.nextNode();
  root._nodes = [];
  const display = (node) => {
    root._nodes.push(node);
    root.parentNode.insertBefore(node, root);
  };
  Promise.resolve().then(() => body(display)).catch(() => {});
}`;

/** A chart that says how wide it is, drawn as the page's figures are. */
const chart = `const figure = document.createElement("figure");
  figure.innerHTML = '<div class="chart"></div>';
  const chart = figure.firstChild;
  new ResizeObserver(() => {
    chart.innerHTML = '<div class="stage"><svg width="' + chart.clientWidth + '"></svg></div>';
  }).observe(chart);
  display(figure);`;

const page = (cell: string) => `<!DOCTYPE html><html><head>
<script type="module">

import {define} from "./client.js";

define({id: "0123abcd", inputs: ["display"], body: async (display) => {
${cell}
}});
</script>
</head><body><main id="observablehq-main"><h2>For whom</h2><div><!--:0123abcd:--></div></main></body></html>`;

let dist: string;

const write = (cell: string): void => {
  writeFileSync(join(dist, "client.js"), client);
  writeFileSync(join(dist, "package.json"), '{"type":"module"}');
  writeFileSync(join(dist, "a-test.html"), page(cell));
};

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "poolhouse-dist-"));
});
afterEach(() => rmSync(dist, {recursive: true}));

describe("prerenderSite", () => {
  it("writes into a page what its cells display, each drawing for a wide and a narrow window", async () => {
    write(chart);
    const handed: string[] = [];
    await prerenderSite(dist, (path) => {
      handed.push(readFileSync(path, "utf8"));
      return Promise.resolve();
    });
    expect(handed).toEqual([readFileSync(join(dist, "a-test.html"), "utf8")]);
    expect(handed[0]).toContain(
      `<div><observablehq-loading class="still"><figure><div class="chart">` +
        `<div class="stage wide"><svg width="960"></svg></div>` +
        `<div class="stage narrow"><svg width="348"></svg></div>` +
        `</div></figure></observablehq-loading><!--:0123abcd:--></div>`
    );
  });

  it("reads the site's own files, and gives a page no address that it would not have", async () => {
    writeFileSync(join(dist, "words.txt"), "from a file");
    write(`const link = document.createElement("a");
      link.href = new URL("words.txt", location.href).href;
      link.textContent = await (await fetch(link.href)).text();
      display(link);`);
    await prerenderSite(dist);
    expect(readFileSync(join(dist, "a-test.html"), "utf8")).toContain(
      '<a href="./words.txt">from a file</a>'
    );
  });

  it("calls a page by its file, whatever state its address has", async () => {
    write(`const link = document.createElement("a");
      link.href = new URL("?group=a#top", location.href).href;
      display(link);`);
    await prerenderSite(dist);
    expect(readFileSync(join(dist, "a-test.html"), "utf8")).toContain(
      '<a href="./a-test.html?group=a#top">'
    );
  });

  it("says in one sentence which cell of which page fails, and where it stands", async () => {
    write(`throw new Error("no such model");`);
    await expect(prerenderSite(dist)).rejects.toThrow(
      "the page a-test.html cannot be drawn: cell 0123abcd, under \u201cFor whom\u201d, fails: no such model"
    );
  });
});
