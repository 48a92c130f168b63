// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {embeddedFont} from "../../src/components/font-face.js";

const rules = `
  @font-face{font-family:"Source Sans 3";font-style:normal;font-weight:200 900;src:url("./a.woff2") format("woff2")}
  @font-face{font-family:"Source Sans 3";font-style:italic;font-weight:400;src:url("./b.woff2") format("woff2")}
  @font-face{font-family:"Other";font-style:normal;src:url("./c.woff2") format("woff2")}
  p{font-family:"Source Sans 3"}`;

const asked: string[] = [];

function answer(response: () => Response): void {
  vi.stubGlobal("fetch", (url: URL) => {
    asked.push(url.pathname);
    return Promise.resolve(response());
  });
}

beforeEach(() => {
  asked.length = 0;
  const style = document.createElement("style");
  style.textContent = rules;
  document.head.replaceChildren(style);
});
afterEach(() => vi.unstubAllGlobals());

describe("embeddedFont", () => {
  it("holds the upright cut of the family as a data URL, and asks for nothing else", async () => {
    answer(() => new Response(Uint8Array.of(1, 2, 3)));
    const css = await embeddedFont("Source Sans 3");
    // AQID is base64 of the bytes 1, 2, 3 (RFC 4648).
    expect(css).toMatch(/^@font-face\{[^}]*url\(data:font\/woff2;base64,AQID\)/);
    expect(css).toMatch(/font-weight:200 900/);
    expect(asked).toEqual(["/a.woff2"]);
  });
  it("takes a font that the page has as a data URL as it is", async () => {
    answer(() => new Response(""));
    const rule = `@font-face{font-family:"Held";font-style:normal;src:url("data:font/woff2;base64,BAUG") format("woff2")}`;
    const style = document.createElement("style");
    style.textContent = rule;
    document.head.append(style);
    expect(await embeddedFont("Held")).toContain("url(data:font/woff2;base64,BAUG)");
    expect(asked).toEqual([]);
  });
  it("is empty when the file is not there, so that the next font of the list is used", async () => {
    answer(() => new Response("", {status: 404}));
    expect(await embeddedFont("Source Sans 3")).toBe("");
  });
  it("is empty when the page has no such font", async () => {
    answer(() => new Response(""));
    expect(await embeddedFont("Unknown")).toBe("");
    expect(asked).toEqual([]);
  });
});
