// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {redrawn} from "../../src/components/connect.js";
import {scrollRows} from "../../src/components/scroll-rows.js";

/** Rows 10 pixels high, numbered. */
function draw(from: number, to: number): HTMLElement {
  const node = document.createElement("div");
  for (let i = Math.floor(from / 10); i < Math.ceil(to / 10); i += 1) {
    const row = document.createElement("button");
    row.setAttribute("data-group", String(i));
    row.setAttribute("data-focus", "");
    node.append(row);
  }
  return node;
}

function make(): {box: HTMLElement; show: (top: number, bottom: number) => void} {
  const rows = scrollRows(10_000, 200, draw);
  document.body.replaceChildren(rows.box);
  return rows;
}

const drawn = (box: Element): number[] =>
  [...box.querySelectorAll("[data-group]")].map((row) => Number(row.getAttribute("data-group")));
const scroll = (box: HTMLElement, top: number): void => {
  box.scrollTop = top;
  box.dispatchEvent(new Event("scroll"));
};

describe("scrollRows", () => {
  it("draws the window and one beyond it", () => {
    const {box} = make();
    expect(drawn(box)).toEqual(Array.from({length: 40}, (_, i) => i));
  });
  it("draws again only where a reader leaves what is drawn, and says so", () => {
    const {box} = make();
    let times = 0;
    box.addEventListener(redrawn, () => (times += 1));
    scroll(box, 150);
    expect(times).toBe(0);
    scroll(box, 5000);
    expect(times).toBe(1);
    expect([drawn(box)[0], drawn(box).at(-1)]).toEqual([480, 539]);
  });
  it("keeps the focus on its group", () => {
    const {box} = make();
    box.querySelector<HTMLElement>("[data-group='39']")!.focus();
    scroll(box, 350);
    expect(document.activeElement!.getAttribute("data-group")).toBe("39");
  });
  it("reaches the last row by End and the first by Home", () => {
    const {box} = make();
    const press = (key: string) => box.dispatchEvent(new KeyboardEvent("keydown", {key}));
    press("End");
    expect(drawn(box).at(-1)).toBe(999);
    press("Home");
    expect(drawn(box)[0]).toBe(0);
  });
  it("brings a row into sight", () => {
    const {box, show} = make();
    show(7000, 7010);
    expect(box.scrollTop).toBe(6905);
    expect(drawn(box)).toContain(700);
  });
});
