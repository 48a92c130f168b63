// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {createHighlight} from "../../src/components/highlight.js";
import {paperWidth} from "../../src/components/paper.js";
import {drawnAhead, keepDrawn, widthAhead} from "../../src/components/stage.js";

let resize: () => void = () => {};

class Observer {
  constructor(callback: () => void) {
    resize = callback;
  }
  observe(): void {}
}

function place(width: number): {chart: HTMLElement; lay: (width: number) => void} {
  const chart = document.createElement("div");
  chart.className = "chart";
  document.body.replaceChildren(chart);
  let now = width;
  Object.defineProperty(chart, "clientWidth", {get: () => now});
  const lay = (next: number): void => {
    now = next;
    resize();
  };
  return {chart, lay};
}

function drawingOf(widths: number[]): (width: number) => Node {
  return (width) => {
    widths.push(width);
    const box = document.createElement("div");
    box.innerHTML = `<svg><circle data-group="a"></circle><circle data-group="b"></circle></svg>`;
    return box;
  };
}

beforeEach(() => vi.stubGlobal("ResizeObserver", Observer));
afterEach(() => vi.unstubAllGlobals());

describe("keepDrawn", () => {
  let figures = 0;
  const options = {
    get labelledBy() {
      return `title-${String((figures += 1))}`;
    },
    firstWidth: 640,
    connection: undefined
  };

  it("draws at the width of its place, again only when that changes, never wider than 960", () => {
    const widths: number[] = [];
    const {chart, lay} = place(0);
    keepDrawn(chart, drawingOf(widths), options);
    for (const width of [350.6, 350.6, 700, 1400, 1200]) lay(width);
    expect(widths).toEqual([350, 700, 960]);
    expect(chart.querySelectorAll("svg")).toHaveLength(1);
  });
  it("draws for paper while it is printed, and for its place again afterwards", () => {
    const widths: number[] = [];
    const {chart, lay} = place(0);
    keepDrawn(chart, drawingOf(widths), options);
    lay(900);
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
    expect(widths).toEqual([900, paperWidth, 900]);
  });
  it("fills the place of the figure it replaces at once, at the same width", () => {
    const widths: number[] = [];
    const replaced = {...options, labelledBy: "replaced"};
    const first = place(0);
    keepDrawn(first.chart, drawingOf([]), replaced);
    first.lay(720);
    const second = place(720);
    keepDrawn(second.chart, drawingOf(widths), replaced);
    expect(second.chart.querySelector("svg")).not.toBeNull();
    second.lay(720);
    expect(widths).toEqual([720]);
  });
  it("fills the place of the still drawing that the page came with at once", async () => {
    const widths: number[] = [];
    const {chart} = place(612.5);
    const figure = document.createElement("figure");
    figure.className = "figure";
    figure.setAttribute("aria-labelledby", "came-title");
    const still = document.createElement("div");
    still.className = "still";
    document.body.replaceChildren(still);
    still.append(figure);
    figure.append(chart);
    // The still drawings are looked at once, when the first figure of a page is drawn.
    vi.resetModules();
    const fresh = await import("../../src/components/stage.js");
    fresh.keepDrawn(document.createElement("div"), drawingOf(widths), {
      ...options,
      labelledBy: "came-title"
    });
    expect(widths).toEqual([612]);
  });
  it("stops listening to the store while it is off the page, and starts again on it", () => {
    const {chart, lay} = place(0);
    const highlight = createHighlight();
    const said: string[] = [];
    const readout = (group: string): string => {
      said.push(group);
      return group;
    };
    keepDrawn(chart, drawingOf([]), {...options, connection: {highlight, readout}});
    lay(500);
    lay(0);
    said.length = 0;
    highlight.pin("a");
    expect(said).toEqual([]);
    lay(500);
    expect(chart.querySelector(".stage")!.classList.contains("dim")).toBe(true);
  });
  it("keeps the keyboard's place across a new drawing", () => {
    const {chart, lay} = place(0);
    const highlight = createHighlight();
    keepDrawn(chart, drawingOf([]), {
      ...options,
      connection: {highlight, readout: (group) => group}
    });
    lay(500);
    chart.querySelector<SVGElement>("[data-group=b]")!.focus();
    lay(400);
    expect(document.activeElement!.getAttribute("data-group")).toBe("b");
  });
});

describe("a figure drawn ahead", () => {
  it("is drawn once at the width of the place where it will stand", () => {
    const widths: number[] = [];
    const {chart} = place(500);
    const width = widthAhead("ahead-title", chart);
    const drawing = drawnAhead(drawingOf(widths), width);
    expect(widths).toEqual([500]);
    const {chart: own} = place(0);
    keepDrawn(own, drawing, {labelledBy: "ahead-title", firstWidth: 640, connection: undefined});
    expect(own.querySelectorAll("svg")).toHaveLength(1);
    expect(widths).toEqual([500]);
    expect(widthAhead("ahead-title", place(300).chart)).toBe(500);
  });
  it("is drawn anew at another width, and at its own a second time: nodes have one place", () => {
    const widths: number[] = [];
    const drawing = drawnAhead(drawingOf(widths), 500);
    const nodes = [500, 500, 300].map(drawing);
    expect(new Set(nodes).size).toBe(3);
    expect(widths).toEqual([500, 500, 300]);
  });
  it("is not drawn where nothing has a width yet", () => {
    const widths: number[] = [];
    drawnAhead(drawingOf(widths), widthAhead("unlaid-title", place(0).chart));
    expect(widths).toEqual([]);
  });
});
