// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {connect} from "../../src/components/connect.js";
import {createHighlight} from "../../src/components/highlight.js";

const readout = (group: string): string => `${group}: +5 points`;

function draw(): HTMLElement {
  const figure = document.createElement("div");
  figure.innerHTML = `<svg>
    <g>${["a", "b", "c"].map((group) => `<line data-group="${group}"></line>`).join("")}</g>
    <g>${["a", "b", "c"].map((group) => `<circle data-group="${group}"></circle>`).join("")}</g>
    <text>axis</text></svg>`;
  document.body.append(figure);
  return figure;
}

function circle(figure: Element, group: string): SVGElement {
  return figure.querySelector<SVGElement>(`circle[data-group=${group}]`)!;
}

const press = (target: Element, key: string): boolean =>
  target.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));

beforeEach(() => document.body.replaceChildren());

describe("a connected figure", () => {
  it("is one tab stop, whose groups are buttons named by their sentence", () => {
    const figure = draw();
    connect(figure, createHighlight(), {readout});
    const targets = [...figure.querySelectorAll("[tabindex]")];
    expect(targets.map((target) => target.tagName)).toEqual(["circle", "circle", "circle"]);
    expect(targets.map((target) => target.getAttribute("tabindex"))).toEqual(["0", "-1", "-1"]);
    expect(targets[0].getAttribute("role")).toBe("button");
    expect(targets[0].getAttribute("aria-label")).toBe("a: +5 points");
  });
  it("moves the focus by arrows, Home and End and stays within its groups", () => {
    const figure = draw();
    connect(figure, createHighlight(), {readout});
    circle(figure, "a").focus();
    const visited = ["ArrowDown", "ArrowRight", "ArrowRight", "Home", "ArrowUp", "End"].map(
      (key) => {
        press(document.activeElement!, key);
        return document.activeElement!.getAttribute("data-group");
      }
    );
    expect(visited).toEqual(["b", "c", "c", "a", "a", "c"]);
    expect(circle(figure, "c").getAttribute("tabindex")).toBe("0");
    expect(circle(figure, "a").getAttribute("tabindex")).toBe("-1");
  });
  it("goes from group to group at once, and lights all only when the focus leaves them", () => {
    const figure = draw();
    const highlight = createHighlight();
    connect(figure, highlight, {readout});
    circle(figure, "a").focus();
    const told: (string | null)[] = [];
    highlight.subscribe(() => told.push(highlight.current));
    circle(figure, "b").focus();
    expect(told).toEqual(["b"]);
    circle(figure, "b").blur();
    expect(told).toEqual(["b", null]);
  });
  it("leaves keys alone that it has no use for", () => {
    const figure = draw();
    connect(figure, createHighlight(), {readout});
    expect(press(circle(figure, "a"), "Tab")).toBe(true);
    expect(press(circle(figure, "a"), "ArrowDown")).toBe(false);
  });
  it("dims every group but the one pointed at, in all figures that hold it", () => {
    const [first, second, other] = [draw(), draw(), document.createElement("div")];
    other.innerHTML = `<svg><circle data-group="z"></circle></svg>`;
    const highlight = createHighlight();
    for (const figure of [first, second, other]) connect(figure, highlight, {readout});
    circle(first, "b").dispatchEvent(new Event("pointerover", {bubbles: true}));
    expect([first, second, other].map((f) => f.classList.contains("dim"))).toEqual([
      true,
      true,
      false
    ]);
    expect(second.querySelectorAll(".on")).toHaveLength(2);
    first.dispatchEvent(new Event("pointerleave"));
    expect(second.querySelectorAll(".on, .dim")).toHaveLength(0);
    expect(second.classList.contains("dim")).toBe(false);
  });
  it("says the sentence of the group aloud and falls back to its hint", () => {
    const figure = draw();
    const output = document.createElement("p");
    output.textContent = "Point at a group";
    const highlight = createHighlight();
    connect(figure, highlight, {readout, output});
    highlight.hover("c");
    expect(output.textContent).toBe("c: +5 points");
    highlight.hover("unknown here");
    expect(output.textContent).toBe("Point at a group");
  });
  it("has its hint again, as it was, also when it is drawn anew while a group is told", () => {
    const output = document.createElement("p");
    output.innerHTML = `<span class="for-pointer">Point</span><span class="for-touch">Tap</span>`;
    const hint = output.innerHTML;
    const highlight = createHighlight();
    const stop = connect(draw(), highlight, {readout, output});
    highlight.hover("c");
    stop();
    connect(draw(), highlight, {readout, output});
    expect(output.textContent).toBe("c: +5 points");
    highlight.hover(null);
    expect([output.innerHTML, output.className]).toEqual([hint, ""]);
  });
  it("keeps room for its longest sentence, up to a length", () => {
    const output = document.createElement("p");
    const say = (group: string): string => (group === "b" ? "the longest of them" : group);
    connect(draw(), createHighlight(), {readout: say, output});
    expect(output.dataset.longest).toBe("the longest of them");
    connect(draw(), createHighlight(), {readout: () => "w".repeat(9999), output});
    expect(output.dataset.longest).toHaveLength(600);
  });
  it("pins by click and Enter, unpins by the same or Escape", () => {
    const figure = draw();
    const highlight = createHighlight();
    connect(figure, highlight, {readout});
    circle(figure, "b").dispatchEvent(new Event("click", {bubbles: true}));
    expect(highlight.pinned).toBe("b");
    expect(circle(figure, "b").getAttribute("aria-pressed")).toBe("true");
    press(circle(figure, "b"), "Enter");
    expect(highlight.pinned).toBeNull();
    press(circle(figure, "a"), "Enter");
    press(circle(figure, "a"), "Escape");
    expect(highlight.pinned).toBeNull();
    expect(circle(figure, "a").getAttribute("aria-pressed")).toBe("false");
  });
  it("shows the sentence beside the mark, hidden from assistive technology", () => {
    const figure = draw();
    connect(figure, createHighlight(), {readout});
    circle(figure, "a").focus();
    const tip = figure.querySelector<HTMLElement>(".hovertip")!;
    expect([tip.textContent, tip.hidden, tip.getAttribute("aria-hidden")]).toEqual([
      "a: +5 points",
      false,
      "true"
    ]);
    circle(figure, "a").blur();
    expect(tip.hidden).toBe(true);
  });
  it("prefers the elements that are marked for focus", () => {
    const figure = draw();
    figure.querySelector("line[data-group=b]")!.setAttribute("data-focus", "");
    connect(figure, createHighlight(), {readout});
    expect(figure.querySelector("[tabindex][data-group=b]")!.tagName).toBe("line");
  });
  it("stops listening to the store when told to", () => {
    const figure = draw();
    const highlight = createHighlight();
    connect(figure, highlight, {readout})();
    highlight.hover("a");
    expect(figure.classList.contains("dim")).toBe(false);
  });
});
