// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {connect, redrawn} from "../../src/components/connect.js";
import {createHighlight} from "../../src/components/highlight.js";
import {createRange} from "../../src/components/range.js";

const order = ["a", "b", "c", "d", "e"];

describe("createRange", () => {
  it("holds a run from its beginning, either way", () => {
    const highlight = createHighlight();
    const range = createRange(highlight, () => order);
    range.begin("c");
    range.reach("d");
    expect([...highlight.selected]).toEqual(["c", "d"]);
    range.reach("a");
    expect([...highlight.selected]).toEqual(["a", "b", "c"]);
  });
  it("begins at the pinned group when nothing has begun", () => {
    const highlight = createHighlight("b");
    createRange(highlight, () => order).reach("d");
    expect([...highlight.selected]).toEqual(["b", "c", "d"]);
  });
  it("adds a group and takes it out again", () => {
    const highlight = createHighlight("b");
    const range = createRange(highlight, () => order);
    range.toggle("e");
    expect([...highlight.selected]).toEqual(["b", "e"]);
    range.toggle("b");
    expect(highlight.pinned).toBe("e");
  });
});

describe("a connected figure and several groups", () => {
  function draw(): HTMLElement {
    const figure = document.createElement("div");
    figure.innerHTML = order.map((group) => `<i data-group="${group}"></i>`).join("");
    document.body.replaceChildren(figure);
    return figure;
  }
  const mark = (figure: Element, group: string): HTMLElement =>
    figure.querySelector<HTMLElement>(`[data-group=${group}]`)!;
  const press = (key: string, init: KeyboardEventInit = {}): boolean =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...init})
    );
  const click = (on: Element, init: MouseEventInit): boolean =>
    on.dispatchEvent(new MouseEvent("click", {bubbles: true, ...init}));

  it("holds a run by shifted arrows, lights it elsewhere, and lets go by Escape", () => {
    const figure = draw();
    const other = document.createElement("div");
    other.innerHTML = `<i data-group="c"></i><i data-group="z"></i>`;
    const highlight = createHighlight();
    const output = document.createElement("p");
    connect(figure, highlight, {readout: (group) => group});
    connect(other, highlight, {readout: (group) => group, output});
    mark(figure, "b").focus();
    press("ArrowDown", {shiftKey: true});
    press("ArrowDown", {shiftKey: true});
    expect([...highlight.selected]).toEqual(["b", "c", "d"]);
    mark(figure, "d").blur();
    expect(figure.querySelectorAll(".on")).toHaveLength(3);
    expect(mark(figure, "c").getAttribute("aria-pressed")).toBe("true");
    expect(other.querySelectorAll(".on")).toHaveLength(1);
    expect(output.textContent).toMatch(/^3 groups are highlighted, 1 of them in this figure/);
    mark(figure, "d").focus();
    press("Escape");
    expect(highlight.selected.size).toBe(0);
  });
  it("begins a new run after a plain arrow", () => {
    const figure = draw();
    const highlight = createHighlight();
    connect(figure, highlight, {readout: (group) => group});
    mark(figure, "a").focus();
    press("ArrowDown", {shiftKey: true});
    press("ArrowDown");
    press("ArrowDown", {shiftKey: true});
    expect([...highlight.selected]).toEqual(["c", "d"]);
  });
  it("ends a run by a shifted click, adds one by Ctrl", () => {
    const figure = draw();
    const highlight = createHighlight();
    connect(figure, highlight, {readout: (group) => group});
    click(mark(figure, "a"), {});
    click(mark(figure, "c"), {shiftKey: true});
    expect([...highlight.selected]).toEqual(["a", "b", "c"]);
    click(mark(figure, "e"), {ctrlKey: true});
    expect([...highlight.selected]).toEqual(["a", "b", "c", "e"]);
  });
  it("takes in what a figure has drawn anew", () => {
    const figure = draw();
    const highlight = createHighlight("z");
    connect(figure, highlight, {readout: (group) => group, order: () => [...order, "z"]});
    expect(figure.classList.contains("dim")).toBe(true);
    figure.innerHTML = `<i data-group="z"></i>`;
    figure.dispatchEvent(new Event(redrawn));
    expect(mark(figure, "z").classList.contains("on")).toBe(true);
    expect(mark(figure, "z").getAttribute("tabindex")).toBe("0");
  });
});
