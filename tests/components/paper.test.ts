// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {followPrinting} from "../../src/components/paper.js";

function chart(told: boolean[]): HTMLElement {
  const node = document.createElement("div");
  node.className = "chart";
  document.body.append(node);
  followPrinting(node, (printed) => told.push(printed));
  return node;
}

describe("followPrinting", () => {
  it("tells every figure on the page before and after, and none that has left it", () => {
    const [one, two, gone]: boolean[][] = [[], [], []];
    chart(one);
    chart(two);
    chart(gone).remove();
    dispatchEvent(new Event("beforeprint"));
    expect([one, two, gone]).toEqual([[true], [true], []]);
    dispatchEvent(new Event("afterprint"));
    expect([one, two, gone]).toEqual([[true, false], [true, false], []]);
  });
});
