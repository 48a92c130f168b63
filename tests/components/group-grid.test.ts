// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {GroupGrid} from "../../src/components/group-grid.js";
import {all, expectInterval, reached, words} from "./drawn.js";
import {age, groups, news, outcome, tie, voter} from "./effect-rows.js";

const rows = groups(voter, tie, age, news);
const options = {outcome, across: age, down: news, within: [voter, tie] as const, width: 960};

describe("GroupGrid", () => {
  it("draws every group once, in a column per level", () => {
    const figure = GroupGrid(rows, options);
    expect(reached(figure).sort()).toEqual(rows.map(({group}) => group).sort());
    expect(figure.scale?.("fx")?.domain).toEqual([0, 1, 2]);
  });
  it("draws intervals on a scale that all panels share", () => {
    const figure = GroupGrid(rows, options);
    expectInterval(figure, "g0", [
      [-29, 9],
      [-20, 0]
    ]);
    expectInterval(figure, "g23", [
      [17, 55],
      [26, 46]
    ]);
  });
  it("tells four kinds apart by colour, fill and shape, and names them", () => {
    const figure = GroupGrid(rows, options);
    expect(words(figure)).toEqual(
      expect.arrayContaining(["Trump trade", "Trump investment", "Clinton trade"])
    );
    const looks = all(figure, `[aria-label="dot"]`)
      .filter((mark) => mark.querySelector("[data-group]"))
      .map((mark) => {
        const shape = mark.querySelector("[data-group]")!.getAttribute("d");
        return [mark.querySelector("[fill]")!.getAttribute("fill"), shape].join();
      });
    expect(new Set(looks).size).toBe(4);
  });
  it("says so where nobody has a combination", () => {
    const figure = GroupGrid(rows.slice(2), options);
    expect(words(figure).filter((text) => text === "no one")).toHaveLength(2);
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(GroupGrid([], options).tagName).toBe("P");
  });
});
