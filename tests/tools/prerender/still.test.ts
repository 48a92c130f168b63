// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {joinDrawings, offerTables, still} from "../../../tools/prerender/still.js";

function make(html: string): Element {
  const box = document.createElement("div");
  box.innerHTML = html;
  return box;
}

const figure = (id: string, drawing: string) =>
  `<figure class="figure" id="${id}"><div class="chart" style="min-height:0px"><div class="stage">${drawing}</div></div>` +
  `<div class="figure-foot"><button aria-controls="${id}-table">Show as table</button><div id="${id}-table" class="figure-table" hidden></div></div></figure>`;

describe("still", () => {
  it("leaves marks without what only pointer and keyboard use", () => {
    const copy = still(
      make(
        `<svg><g fill="transparent"><rect data-group="a" tabindex="0"></rect></g>` +
          `<line data-group="a" role="button" tabindex="-1" aria-label="a: +3" class="on" x1="1.23456"></line></svg>`
      )
    );
    expect(copy.innerHTML).toBe(`<svg><line x1="1.23"></line></svg>`);
  });

  it("makes every control inert, a form once, and keeps what it holds", () => {
    const box = make(
      `<form><input type="radio" name="w"><input type="radio" name="w" value="9" checked><input type="search" list="l"><datalist id="l"></datalist></form><button>Copy</button>`
    );
    const [first, , search] = box.querySelectorAll("input");
    first.checked = true;
    search.value = "white women";
    const copy = still(box);
    expect(copy.querySelectorAll("[inert]")).toHaveLength(2);
    expect(copy.querySelector("datalist, [list]")).toBeNull();
    const inputs = [...copy.querySelectorAll("input")];
    expect(inputs.map((input) => input.hasAttribute("checked"))).toEqual([true, false, false]);
    expect(inputs[2].getAttribute("value")).toBe("white women");
  });

  it("leaves a heading that sorts to be seen and read", () => {
    const copy = still(make("<table><tr><th><button>R-hat</button></th></tr></table>"));
    const button = copy.querySelector("button");
    expect([button?.disabled, button?.hasAttribute("inert")]).toEqual([true, false]);
  });

  it("keeps Framework from wrapping what will be replaced", () => {
    expect(still(make("<pre>y ~ t</pre>")).innerHTML).toBe('<pre data-copy="none">y ~ t</pre>');
  });
});

describe("joinDrawings", () => {
  it("stands a narrow drawing beside the wide one, and one alone where both are the same", () => {
    const wide = make(figure("one", "<p>wide</p>") + figure("two", "<p>same</p>"));
    joinDrawings(wide, make(figure("one", "<p>narrow</p>") + figure("two", "<p>same</p>")));
    const classes = [...wide.querySelectorAll(".stage")].map(({className, textContent}) => [
      className,
      textContent
    ]);
    expect(classes).toEqual([
      ["stage wide", "wide"],
      ["stage narrow", "narrow"],
      ["stage", "same"]
    ]);
  });
});

describe("offerTables", () => {
  const table = (rows: string) => make(`<table><tbody>${rows}</tbody></table>`);

  it("folds a table into each figure for readers without JavaScript, the same rows only once", () => {
    const copy = make(["one", "two", "three"].map((id) => figure(id, "")).join(""));
    const tables = new Map([
      ["one-table", table("<tr><td>1</td></tr>")],
      ["two-table", table("<tr><td>1</td></tr>")],
      ["three-table", table("<tr><td>3</td></tr>")]
    ]);
    offerTables(copy, tables, new Map());
    const places = [...copy.querySelectorAll("noscript")].map(({innerHTML}) => innerHTML);
    expect(places[0]).toMatch(/^<details><summary>Show as table<\/summary>.*<td>1<\/td>/);
    expect(places[1]).toContain('<a href="#one">');
    expect(places[1]).not.toContain("<table");
    expect(places[2]).toContain("<td>3</td>");
  });
});
