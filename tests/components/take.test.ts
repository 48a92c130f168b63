// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {TakeMenu} from "../../src/components/take.js";
import type {Takeable} from "../../src/components/take.js";

const figure: Takeable = {
  title: "Asia differs least",
  caption: "Medians.",
  name: "regions",
  warnings: [],
  rows: [{group: "Asia", n: 40}]
};

describe("TakeMenu", () => {
  it("offers data in three forms and the picture in two", () => {
    const menu = TakeMenu(figure, () => document.body);
    const items = [...menu.querySelectorAll("button")].map((button) => button.textContent);
    expect(items).toEqual([
      "Data as CSV",
      "Data as Arrow",
      "Data as Parquet",
      "Picture as SVG",
      "Picture as PNG"
    ]);
  });
  it("closes by Escape and gives the focus back", () => {
    const menu = TakeMenu(figure, () => document.body) as HTMLDetailsElement;
    document.body.append(menu);
    menu.open = true;
    menu
      .querySelector("button")!
      .dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
    expect(menu.open).toBe(false);
    expect(document.activeElement?.tagName).toBe("SUMMARY");
  });
  it("closes once a choice is on its way, and gives the focus back", async () => {
    URL.createObjectURL = () => "blob:made";
    URL.revokeObjectURL = () => undefined;
    // Which jsdom cannot follow.
    HTMLAnchorElement.prototype.click = () => undefined;
    const menu = TakeMenu(figure, () => document.body) as HTMLDetailsElement;
    document.body.append(menu);
    menu.open = true;
    menu.querySelector("button")!.click();
    await expect.poll(() => menu.open).toBe(false);
    expect(document.activeElement).toBe(menu.querySelector("summary"));
  });
  it("is brought into sight when it opens", () => {
    const menu = TakeMenu(figure, () => document.body) as HTMLDetailsElement;
    document.body.append(menu);
    const asked: unknown[] = [];
    menu.querySelector(".take-list")!.scrollIntoView = (how) => asked.push(how);
    menu.open = true;
    menu.dispatchEvent(new Event("toggle"));
    expect(asked).toContainEqual({block: "nearest"});
  });
  it("says in a sentence what could not be made", async () => {
    const menu = TakeMenu(figure, () => document.body);
    const button = [...menu.querySelectorAll("button")].find((one) =>
      one.innerHTML.includes("SVG")
    )!;
    document.body.append(menu);
    // What is to be drawn is gone.
    const lost = TakeMenu(figure, () => {
      throw new Error("the figure is no longer on the page");
    });
    document.body.append(lost);
    const broken = [...lost.querySelectorAll("button")].find((one) =>
      one.innerHTML.includes("SVG")
    )!;
    broken.click();
    await Promise.resolve();
    await Promise.resolve();
    expect(lost.querySelector("[role=status]")!.textContent).toBe(
      "regions.svg could not be made: the figure is no longer on the page"
    );
    expect(button.isConnected).toBe(true);
  });
});
