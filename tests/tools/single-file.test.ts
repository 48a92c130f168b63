import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {singleFile} from "../../tools/single-file.js";
import {checkAddress, takeAlong} from "../../tools/single-files.js";

const folder = mkdtempSync(join(tmpdir(), "poolhouse-single-"));
const site = join(folder, "dist");

const write = (path: string, text: string | Uint8Array) => {
  mkdirSync(join(site, path, ".."), {recursive: true});
  writeFileSync(join(site, path), text);
};

/** A page as Framework writes it, with more in its head, its body or its script. */
const pageWith = ({head = "", body = "", script = ""} = {}) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="script-src 'self'">
<link rel="preload" as="style" href="./_import/style.css">
<link rel="stylesheet" type="text/css" href="./_import/style.css">
<link rel="modulepreload" href="./_import/a.js">
<link rel="icon" href="./_file/icon.svg">
<style>@font-face{font-family:F;src:url("./_file/f.woff2")}</style>${head}
<script type="module">
import {define} from "./_observablehq/client.js";
registerFile("./data/t.arrow", {"name":"./data/t.arrow","path":"./_file/data/t.arrow","size":5});
define(async () => (await import("./_import/a.js")).a);${script}
</script></head><body>
<nav><a class="home" href="./">Home</a><a href="./other">Other <b>page</b></a></nav>
<a href="#here">here</a><a href="./page#here">here too</a><a href="https://doi.org/1">doi</a>
${body}<p class="one-file"></p></body></html>`;

beforeAll(() => {
  write("_import/style.css", 'body{background:url(../_file/icon.svg);--x:url("data:,")}');
  write("_import/a.js", 'export const a = "</script><!--" + (await fetch("./x")).status;');
  write("_file/icon.svg", "<svg/>");
  write("_file/f.woff2", Uint8Array.of(1, 2, 3));
  write("_file/data/t.arrow", "ARROW");
  write(
    "_observablehq/client.js",
    'export const define = (f) => globalThis.cells = f; globalThis.registerFile = () => {}; export const d3 = () => import("../_npm/d3@0.0.0/_esm.js");'
  );
  write("page.html", pageWith());
  write("plain.html", "<!DOCTYPE html><html><head></head><body>no mark</body></html>");
});

afterAll(() => rmSync(folder, {recursive: true}));

const make = (html: string, address?: string) =>
  singleFile(html, {dist: site, page: "page.html", site: address});

describe("singleFile", () => {
  it("holds style, fonts, pictures, modules and files, and refers to none outside", async () => {
    const text = await make(pageWith());
    const {document} = new JSDOM(text).window;
    const outside = [...document.querySelectorAll("[src], link[href]")].map(
      (node) => node.getAttribute("src") ?? node.getAttribute("href")
    );
    expect(outside).toEqual([
      `data:image/svg+xml;base64,${Buffer.from("<svg/>").toString("base64")}`
    ]);
    const styles = [...document.querySelectorAll("style")].map((style) => style.textContent).join();
    expect(styles).toContain('src:url("data:font/woff2;base64,AQID")');
    expect(styles).toContain('--x:url("data:,")');
    expect(styles).not.toContain("_file/");
    const packed = document.getElementById("embedded:_file/data/t.arrow")!;
    expect(gunzipSync(Buffer.from(packed.textContent, "base64")).toString()).toBe("ARROW");
    const [script, ...more] = document.querySelectorAll('script[type="module"]');
    expect(more).toEqual([]);
    expect(script.textContent).toContain('path:"embedded:_file/data/t.arrow"');
    // Neither ends its element nor hides what follows.
    expect(script.textContent).not.toMatch(/<!--|from\s*"\.|import\("\./);
    expect(document.querySelector(".one-file")).not.toBeNull();
  });

  it("has a policy of its own, by which only its own script runs", async () => {
    const {document} = new JSDOM(await make(pageWith())).window;
    const policies = document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]');
    expect(policies).toHaveLength(1);
    const script = document.querySelector('script[type="module"]')!.textContent;
    const hash = createHash("sha256").update(script).digest("base64");
    expect(policies[0].getAttribute("content")).toMatch(
      new RegExp(`^default-src 'none'; script-src 'sha256-${hash.replaceAll(/[+/]/g, "\\$&")}'; `)
    );
  });

  it("keeps links within the page and to other sites; those to other pages become text", async () => {
    const {document} = new JSDOM(await make(pageWith())).window;
    const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["#here", "#here", "https://doi.org/1"]);
    expect(document.querySelector("nav")!.innerHTML).toBe(
      '<span class="home">Home</span><span>Other <b>page</b></span>'
    );
  });

  it("leads to other pages where the site has an address", async () => {
    const {document} = new JSDOM(await make(pageWith(), "https://example.org/house/")).window;
    const links = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["https://example.org/house/", "https://example.org/house/other"]);
  });

  it.each([
    [{script: 'await import("./_import/gone.js");'}, /_import\/gone\.js/],
    [
      {script: 'registerFile("x", {"path":"./_file/x.csv"});'},
      /^missing file: .*x\.csv; the page registers it$/
    ],
    [
      {script: 'FileAttachment("./t.arrow").url();'},
      /^unsupported page: it uses the address of \.\/t\.arrow, /
    ],
    [{head: '<link rel="stylesheet" href="./gone.css">'}, /^missing file: \.\/gone\.css; /],
    [{body: '<img src="./gone.png">'}, /^missing file: \.\/gone\.png; /],
    [{body: '<img src="./film.gif">'}, /^unsupported file: \.\/film\.gif; /],
    [
      {body: '<img src="https://elsewhere.org/a.png">'},
      /^unsupported page: page\.html would fetch <img /
    ],
    [
      {head: '<script src="./classic.js"></script>'},
      /^unsupported page: page\.html would fetch <script /
    ],
    [{body: "<iframe></iframe>"}, /^unsupported page: page\.html would fetch <iframe/]
  ])("refuses what it cannot hold (%#)", async (more, message) => {
    await expect(make(pageWith(more))).rejects.toThrow(message);
  });
});

describe("takeAlong", () => {
  it("writes a file of a page with a mark, and a sentence that leads to it", async () => {
    const page = join(site, "page.html");
    const made = await takeAlong(page, site);
    const text = readFileSync(join(site, "take/page.html"), "utf8");
    expect(text).toContain("You are reading the page as one file");
    expect(made).toEqual({name: "page.html", bytes: Buffer.byteLength(text)});
    expect(readFileSync(page, "utf8")).toContain(
      'This whole page as one file: <a href="./take/page.html" download="poolhouse-page.html">page.html</a>, 0.0 MB.'
    );
    // A made page has no mark left.
    expect(await takeAlong(page, site)).toBeNull();
  });
});

describe("checkAddress", () => {
  it.each(["example.org", "https://example.org/house", "file:///house/"])(
    "refuses %s as the address of a site",
    (address) => {
      expect(() => checkAddress(address)).toThrow(/^invalid POOLHOUSE_URL: .+; give /);
    }
  );

  it.each([undefined, "https://example.org/", "http://example.org/house/"])(
    "takes %s",
    (address) => {
      expect(() => checkAddress(address)).not.toThrow();
    }
  );
});
