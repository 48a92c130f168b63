import {expect, it} from "vitest";
import {masthead} from "../../tools/masthead.js";

const pages = [
  {path: "/study", name: "Study"},
  {path: "/fork", name: "Fork", room: "Build"},
  {path: "/api", name: "Reference", room: "Build"}
];

/** Addresses and marks of the links of each line. */
function lines(path: string): string[][] {
  return masthead(pages, path)
    .split("</nav>")
    .slice(0, -1)
    .map((line) =>
      Array.from(
        line.matchAll(/<a href="([^"]+)"[^>]*?(?: aria-current="(\w+)")?>([^<]+)</g),
        ([, address = "", current = "", name = ""]) => [address, name, current].join(" ").trim()
      )
    );
}

it("begins with the way past itself", () => {
  expect(masthead(pages, "/study")).toMatch(/^<a class="skip" href="#observablehq-main">/);
});

it("has the name, the pages, and one entry for a room", () => {
  expect(lines("/study")).toEqual([["/ Poolhouse", "/study Study page", "/fork Build"]]);
});

it("shows a room's pages within it", () => {
  expect(lines("/api")).toEqual([
    ["/ Poolhouse", "/study Study", "/fork Build true"],
    ["/fork Fork", "/api Reference page"]
  ]);
});

it("marks the front page by its name", () => {
  expect(lines("/index")).toEqual([["/ Poolhouse page", "/study Study", "/fork Build"]]);
});

it("names its lines for who cannot see them", () => {
  expect(masthead(pages, "/api").match(/aria-label="[^"]+"/g)).toEqual([
    'aria-label="Pages"',
    'aria-label="Build"'
  ]);
});
