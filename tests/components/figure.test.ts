// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {Figure, standInText} from "../../src/components/figure.js";
import type {FigureOptions} from "../../src/components/figure.js";
import {createHighlight} from "../../src/components/highlight.js";

const options: FigureOptions = {
  id: "regions",
  number: 2,
  title: "Asia differs least",
  caption: "Medians and 95% intervals; n = 1,200.",
  rows: [
    {group: "Asia", n: 40, median: 0.3341},
    {group: "Africa", n: 1035, median: NaN}
  ],
  name: "regions"
};

function chart(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.innerHTML = `<g aria-label="dot"><circle data-group="asia"></circle></g>`;
  return svg;
}

describe("Figure", () => {
  it("is named by its finding and holds drawing and caption", () => {
    const figure = Figure(chart(), options);
    const title = figure.querySelector(`#${figure.getAttribute("aria-labelledby")!}`)!;
    expect(title.textContent).toBe("Figure 2Asia differs least");
    expect(figure.querySelector(".chart svg circle")).not.toBeNull();
    expect(figure.querySelector("figcaption")!.textContent).toBe(options.caption);
  });
  it("wears no warning on real, converged draws", () => {
    expect(Figure(chart(), options).querySelector(".figure-warning")).toBeNull();
  });
  it("wears the stand-in mark and the reason for distrust above the drawing, inside the frame", () => {
    const figure = Figure(chart(), {...options, standIn: true, unconverged: "R-hat 1.2"});
    const warnings = [...figure.querySelectorAll(".figure-warning")];
    expect(warnings.map((warning) => warning.textContent)).toEqual([
      standInText,
      "Not to be trusted: R-hat 1.2"
    ]);
    const drawn = figure.querySelector(".chart")!;
    for (const warning of warnings) {
      const order = warning.compareDocumentPosition(drawn);
      expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    }
  });
  it("makes the rows of its table when a reader asks for it, once", () => {
    let made = 0;
    const rows = () => {
      made += 1;
      return options.rows as readonly {group: string}[];
    };
    const figure = Figure(chart(), {...options, id: "late", rows});
    expect(made).toBe(0);
    const button = figure.querySelector<HTMLButtonElement>("[aria-controls=late-table]")!;
    for (let i = 0; i < 3; ++i) button.click();
    expect(made).toBe(1);
    expect(figure.querySelector("#late-table")!.textContent).toContain("Africa");
  });
  it("draws a function at the width it is given where there is no layout", () => {
    const widths: number[] = [];
    Figure(
      (width) => {
        widths.push(width);
        return chart();
      },
      {...options, width: 350}
    );
    expect(widths).toEqual([350]);
  });
  it("joins its drawing to the page's store and says the sentence below", () => {
    const highlight = createHighlight();
    const readout = (group: string): string => `${group}: +33 points`;
    const figure = Figure(chart(), {...options, highlight, readout});
    highlight.pin("asia");
    const live = figure.querySelector("[aria-live=polite]")!;
    expect(live.textContent).toBe("asia: +33 points");
    highlight.pin(null);
    expect(live.textContent).toMatch(/arrow keys/);
  });
  it("has a hint for the pointer and one for the finger", () => {
    const readout = (group: string): string => group;
    const figure = Figure(chart(), {...options, highlight: createHighlight(), readout});
    const texts = [".for-pointer", ".for-touch"].map(
      (kind) => figure.querySelector(kind)?.textContent
    );
    expect(texts).toEqual([
      "Point at a group, or tab to the figure and use the arrow keys, for exact numbers.",
      "Tap a group for exact numbers."
    ]);
  });
  it("tells of dragging whom has a pointer, where rows stand in an order, and not in its caption", () => {
    const readout = (group: string): string => group;
    const order = () => ["asia", "africa"];
    const figure = Figure(chart(), {...options, highlight: createHighlight(), readout, order});
    expect(figure.querySelector(".for-pointer")!.textContent).toMatch(/ Drag over rows, or hold/);
    expect(figure.querySelector(".for-touch")!.textContent).toBe("Tap a group for exact numbers.");
    expect(figure.querySelector("figcaption")!.textContent).toBe(options.caption);
  });
  it("turns Plot's names for groups of marks, which readers need not hear, into data", () => {
    const figure = Figure(chart(), options);
    expect(figure.querySelector("g[aria-label]")).toBeNull();
    expect(figure.querySelector("g[data-mark=dot]")).not.toBeNull();
  });
  it("shows its rows as a table on demand", () => {
    const figure = Figure(chart(), {...options, headings: {n: "respondents"}});
    const button = figure.querySelector<HTMLButtonElement>(".figure-foot > button")!;
    const box = figure.querySelector<HTMLElement>(`#${button.getAttribute("aria-controls")!}`)!;
    expect([box.hidden, button.getAttribute("aria-expanded")]).toEqual([true, "false"]);
    button.click();
    expect([box.hidden, button.getAttribute("aria-expanded")]).toEqual([false, "true"]);
    const texts = (selector: string): string[] =>
      [...box.querySelectorAll(selector)].map((cell) => cell.textContent);
    expect(texts("thead th")).toEqual(["group", "respondents", "median"]);
    expect(texts("tbody th")).toEqual(["Asia", "Africa"]);
    expect(box.querySelector("thead wbr")).toBeNull();
    expect(texts("tbody td")).toEqual(["40", "0.334", "1,035", "–"]);
    button.click();
    button.click();
    expect(box.querySelectorAll("table")).toHaveLength(1);
    button.click();
  });
  it("lets the names of columns break after a low line", () => {
    const figure = Figure(chart(), {...options, id: "low", rows: [{group: "Asia", p_positive: 1}]});
    figure.querySelector<HTMLButtonElement>(".figure-foot > button")!.click();
    const heads = [...figure.querySelectorAll("thead th")].map((head) => head.innerHTML);
    expect(heads).toEqual(["group", "p_<wbr>positive"]);
  });
  it("keeps its table open when a control replaces the figure", () => {
    const toggle = (figure: Element) =>
      figure.querySelector<HTMLButtonElement>(".figure-foot > button")!;
    toggle(Figure(chart(), {...options, id: "again"})).click();
    const next = Figure(chart(), {...options, id: "again"});
    expect(toggle(next).getAttribute("aria-expanded")).toBe("true");
    expect(next.querySelector(".figure-table table")).not.toBeNull();
    expect(Figure(chart(), {...options, id: "other"}).querySelector("table")).toBeNull();
  });
  it("says so when a selection holds no rows", () => {
    const figure = Figure(chart(), {...options, id: "empty", rows: []});
    figure.querySelector<HTMLButtonElement>(".figure-foot > button")!.click();
    expect(figure.querySelector(".figure-table")!.textContent).toMatch(/no rows/);
  });
});
