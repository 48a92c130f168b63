import {describe, expect, it} from "vitest";
import {inlineHashes, withPolicy} from "../../tools/csp.js";

// Made by `printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64`, and so the other.
const alertHash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p{}</style></head><body>
<script>alert(1)</script><script src="a.js"></script></body></html>`;

const directive = (html: string, name: string): string[] =>
  new RegExp(`${name} ([^;"]*)`).exec(html)?.[1]?.split(" ") ?? [];

describe("inlineHashes", () => {
  it("hashes what stands between the tags, and nothing of scripts that are files", () => {
    const {scripts, styles} = inlineHashes(page);
    expect(scripts).toEqual([alertHash]);
    expect(styles).toHaveLength(1);
  });
});

describe("withPolicy", () => {
  const html = withPolicy(page);

  it("comes before everything that it governs", () => {
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style>"));
    expect(html).toContain('<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"');
  });

  it("allows scripts of our own and those known by hash, never eval, never any inline one", () => {
    expect(directive(html, "script-src")).toEqual(["'self'", alertHash]);
    expect(html).not.toContain("unsafe-eval");
    expect(directive(html, "style-src-elem")).toEqual(["'self'", ...inlineHashes(page).styles]);
  });

  it("names no place elsewhere", () => {
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it("refuses a page that has no place for it", () => {
    expect(() => withPolicy("<html></html>")).toThrow(/missing charset/);
  });
});
