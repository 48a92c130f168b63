import {describe, expect, it} from "vitest";
import {faultsOf} from "../../../tools/prerender/check-page.js";
import {insertCells} from "../../../tools/prerender/insert.js";

const body = (inner: string) => `<!DOCTYPE html><html><head></head><body>${inner}</body></html>`;
const loading = "<observablehq-loading></observablehq-loading>";

describe("insertCells", () => {
  it("fills the element that Framework left, or makes one, and leaves other cells alone", () => {
    const html = `<p>${loading}<!--:0123abcd:--></p><div><!--:0123abcd-1:--></div><!--:ffffffff:-->`;
    expect(insertCells(html, {"0123abcd": "5", "0123abcd-1": "<b>$&</b>"})).toBe(
      `<p><observablehq-loading class="still">5</observablehq-loading><!--:0123abcd:--></p>` +
        `<div><observablehq-loading class="still"><b>$&</b></observablehq-loading><!--:0123abcd-1:--></div><!--:ffffffff:-->`
    );
  });
});

describe("faultsOf", () => {
  const check = (inner: string, displayed: Record<string, string>) =>
    faultsOf(insertCells(body(inner), displayed), displayed);

  it("finds none in a page whose cells stand where they were put", () => {
    expect(check("<div><!--:0123abcd:--></div>", {"0123abcd": '<p id="a">text</p>'})).toEqual([]);
  });

  it("names the cell that an HTML parser would put elsewhere", () => {
    const faults = check(`<p>${loading}<!--:0123abcd:--></p>`, {"0123abcd": "<div>block</div>"});
    expect(faults).toEqual([expect.stringContaining("cell 0123abcd")]);
  });

  it("names an id that two elements have, and a reference to none", () => {
    const twice = `<i id="a"></i><i id="a"></i><i aria-controls="a gone"></i>`;
    expect(check("<div><!--:0123abcd:--></div>", {"0123abcd": twice})).toEqual([
      "two of its elements have the id a",
      "its aria-controls names the id gone, which no element has"
    ]);
  });
});
