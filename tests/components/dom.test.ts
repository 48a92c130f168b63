// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {element, setText} from "../../src/components/dom.js";

const long = "W".repeat(300);
const isKerned = (node: Element): boolean => !node.classList.contains("unkerned");

describe("an element's text", () => {
  it("is kerned, unless it holds a word that no language has", () => {
    expect(isKerned(element("p", {}, "a word ".repeat(100)))).toBe(true);
    expect(isKerned(element("p", {}, "a word, then ", long))).toBe(false);
    expect(isKerned(element("p", {}, element("b", {}, long)))).toBe(true);
  });
  it("is kerned again when a shorter one takes its place", () => {
    const node = element("p", {class: "readout"});
    setText(node, `${long}: +5 points`);
    expect([node.textContent, node.className]).toEqual([`${long}: +5 points`, "readout unkerned"]);
    setText(node, "+5 points");
    expect([node.textContent, node.className]).toEqual(["+5 points", "readout"]);
  });
});
