// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {createHighlight, tagGroups} from "../../src/components/highlight.js";
import {dot, plot} from "../../src/vendor/plot.js";

describe("createHighlight", () => {
  it("shows the hovered group, else the pinned one, else none", () => {
    const highlight = createHighlight("a");
    expect(highlight.current).toBe("a");
    highlight.hover("b");
    expect([highlight.current, highlight.pinned]).toEqual(["b", "a"]);
    highlight.hover(null);
    expect(highlight.current).toBe("a");
    highlight.pin(null);
    expect(highlight.current).toBeNull();
  });
  it("tells its listeners of changes only, until they stop listening", () => {
    const highlight = createHighlight();
    let calls = 0;
    const stop = highlight.subscribe(() => (calls += 1));
    highlight.hover("a");
    highlight.hover("a");
    highlight.pin("a");
    highlight.pin("a");
    expect(calls).toBe(2);
    stop();
    highlight.pin(null);
    expect(calls).toBe(2);
  });
  it("survives a listener that stops listening while it is told", () => {
    const highlight = createHighlight();
    const heard: string[] = [];
    const stop = highlight.subscribe(() => {
      heard.push("first");
      stop();
    });
    highlight.subscribe(() => heard.push("second"));
    highlight.hover("a");
    highlight.hover("b");
    expect(heard).toEqual(["first", "second", "second"]);
  });
});

describe("tagGroups", () => {
  const drawn = (y: readonly number[], groups: readonly (string | null)[]) =>
    plot({
      document,
      marks: [
        dot(y, {
          x: (_, i: number) => i,
          y: (d: number) => d,
          render: tagGroups(groups, {focus: true})
        })
      ]
    });
  it("tags each element with the group of its own datum, also when others are left out", () => {
    const tags = [...drawn([1, NaN, 3], ["a", "b", "c"]).querySelectorAll("circle")];
    expect(tags.map((tag) => tag.getAttribute("data-group"))).toEqual(["a", "c"]);
    expect(tags.every((tag) => tag.hasAttribute("data-focus"))).toBe(true);
  });
  it("leaves data without a group untagged", () => {
    expect(drawn([1, 2], [null, "b"]).querySelectorAll("[data-group]")).toHaveLength(1);
  });
});
