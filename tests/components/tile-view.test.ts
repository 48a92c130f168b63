// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {TileView} from "../../src/components/tile-view.js";
import {all, groupsOf, num, reached, words} from "./drawn.js";
import {age, estimate, groups, news, outcome, tie, voter} from "./effect-rows.js";

const rows = groups(voter, tie, age, news);
const options = {outcome, across: age, down: news, panels: [voter, tie], width: 960};
const tiles = (figure: ReturnType<typeof TileView>): Element[] =>
  all(figure, `rect[data-group]:not([data-focus])`);

describe("TileView", () => {
  it("draws one tile per group with its effect as a signed number", () => {
    const figure = TileView(rows, options);
    expect(groupsOf(tiles(figure)).sort()).toEqual(rows.map(({group}) => group).sort());
    expect(reached(figure)).toHaveLength(rows.length);
    expect(figure.querySelector(`text[data-group="g0"]`)!.textContent).toBe("\u221210");
    expect(figure.querySelector(`text[data-group="g23"]`)!.textContent).toBe("+36");
  });
  it("names every panel, the levels and both modifiers", () => {
    const said = words(TileView(rows, options));
    expect(said).toEqual(
      expect.arrayContaining([
        "Trump, trade",
        "Clinton, investment",
        "low",
        "\u2191 News",
        "Age \u2192"
      ])
    );
  });
  it("puts higher levels of the second modifier higher and of the first further right", () => {
    const figure = TileView(rows, options);
    const tile = (group: string) =>
      figure.querySelector(`rect[data-focus][data-group="${group}"]`)!;
    // g0 and g1 differ in news alone, g0 and g2 in age alone.
    expect(num(tile("g1"), "y")).toBeLessThan(num(tile("g0"), "y"));
    expect(num(tile("g2"), "x")).toBeGreaterThan(num(tile("g0"), "x"));
  });
  it("draws a tile smaller and its number slanted where the interval includes no effect", () => {
    const figure = TileView(rows, options);
    const size = (group: string): number =>
      num(
        tiles(figure).find((tile) => tile.getAttribute("data-group") === group),
        "width"
      );
    // g0 lies at −10 ± 19 points and g23 at +36 ± 19.
    expect(size("g0")).toBeLessThan(size("g23"));
    const slanted = figure.querySelector(`text[data-group="g0"]`)!.closest("[font-style]");
    expect(slanted!.getAttribute("font-style")).toBe("italic");
    expect(words(figure).some((text) => text.includes("95% interval includes no effect"))).toBe(
      true
    );
  });
  it("uses a second colour below zero only", () => {
    const fills = tiles(TileView(rows, options)).map((tile) => tile.getAttribute("fill")!);
    expect(fills.filter((fill) => fill.includes("--negative"))).toHaveLength(5);
    const above = rows.map((row) => ({...row, rungs: {partial: estimate(0.2)}}));
    const said = words(TileView(above, options));
    expect(said).toContain("0 no effect");
    expect(TileView(above, options).outerHTML).not.toContain("--negative");
  });
  it("says so where nobody has a combination", () => {
    const figure = TileView(rows.slice(1), options);
    expect(words(figure).filter((text) => text === "no one")).toHaveLength(1);
  });
  it("keeps all tiles inside a phone", () => {
    const figure = TileView(rows, {...options, width: 350});
    const right = tiles(figure).map((tile) => num(tile, "x") + num(tile, "width"));
    expect(Math.max(...right)).toBeLessThanOrEqual(350);
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(TileView([], options).tagName).toBe("P");
  });
});
