import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {expect, it} from "vitest";
import {pagesShowing, useSources} from "../../tools/sources.js";

interface Token {
  readonly type: string;
  info: string;
  content: string;
}

/** What the plugin makes of one token. */
function rendered(token: Token): Token {
  let rule: (state: {tokens: Token[]}) => void = () => undefined;
  useSources({core: {ruler: {push: (_, own) => (rule = own)}}});
  rule({tokens: [token]});
  return token;
}

it("puts a file's text where a fence names it", () => {
  const {info, content} = rendered({
    type: "fence",
    info: "ts file=src/data/gallery/sites.ts",
    content: ""
  });
  expect(info).toBe("ts run=false");
  expect(content).toMatch(/^\/\/ The estimates of many sites[\s\S]*\n$/);
});

it("leaves other code as it is", () => {
  const token = {type: "fence", info: "sh", content: "npm ci\n"};
  expect(rendered({...token})).toEqual(token);
});

it("does not build a page without the file", () => {
  expect(() => rendered({type: "fence", info: "ts file=src/none.ts", content: ""})).toThrow(
    "missing file: src/none.ts; a page shows it"
  );
});

it("finds the pages that show an edited file", () => {
  const folder = mkdtempSync(join(tmpdir(), "poolhouse-sources-"));
  writeFileSync(join(folder, "a.md"), "```ts file=src/data/gallery/panel.ts\n```\n");
  writeFileSync(join(folder, "b.md"), "# Nothing\n");
  expect(pagesShowing(folder, [resolve("src/data/gallery/panel.ts")])).toEqual([
    join(folder, "a.md")
  ]);
  expect(pagesShowing(folder, [resolve("src/data/gallery/sites.ts")])).toEqual([]);
  rmSync(folder, {recursive: true});
});
