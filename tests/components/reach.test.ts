// @vitest-environment jsdom
import {expect, it} from "vitest";
import {focusTargets} from "../../src/components/reach.js";

it("takes the marked element of each group, in the order in which these stand", () => {
  const svg = document.createElement("svg");
  // Shapes may be drawn from the bottom up, so that none is covered by the next.
  svg.innerHTML = `<path data-group="b"/><path data-group="a"/>
    <rect data-group="a" data-focus/><rect data-group="b" data-focus/><path data-group="b"/>`;
  const found = focusTargets([...svg.querySelectorAll("[data-group]")]);
  expect([...found].map(([group, {tagName}]) => [group, tagName])).toEqual([
    ["a", "RECT"],
    ["b", "RECT"]
  ]);
});
