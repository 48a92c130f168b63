// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {ChoiceMapPlot} from "../../src/components/choice-map-plot.js";
import {rowsOfChoices} from "../../src/components/choice-map-kinds.js";
import {readChoiceEffects, readChoices} from "../../src/components/choice-map-tables.js";
import {ChoiceMap, type ChoiceMapOptions} from "../../src/components/choice-map.js";
import {createHighlight} from "../../src/components/highlight.js";
import type {StateName} from "../../src/components/live-address.js";
import {focusTargets} from "../../src/components/reach.js";
import {readState} from "../../src/components/live-read-address.js";
import {around, choicesArrow, effectsArrow, eight, fitsOf, outcome} from "./choice-fits.js";
import {all, groupsOf, num, reached, words} from "./drawn.js";
import {card, freshPage, published, shown, stubEngine} from "./live-study.js";

const models = [
  {id: "first", title: "First: as printed"},
  {id: "second", title: "Second: mended"}
];
const kinds = rowsOfChoices(eight);
const plot = (fits = eight, width = 900) =>
  ChoiceMapPlot(fits, rowsOfChoices(fits), {outcome, title: "effect, points", width});

describe("readChoices", () => {
  it("gives back the fits that were written", () => {
    const read = readChoices(choicesArrow(eight), models);
    expect(read).toEqual(eight.map(({estimate: _, ...fit}) => fit));
  });

  it("names models by what tells them apart", () => {
    const alike = [
      {id: "first", title: "Scenarios: published"},
      {id: "second", title: "Scenarios: corrected"}
    ];
    const names = readChoices(choicesArrow(eight), alike).map((fit) => fit.words.model);
    expect(new Set(names)).toEqual(new Set(["Published", "Corrected"]));
  });

  it("has no average where there is no fit", () => {
    const refused = fitsOf([{median: 1, refused: "unsupported thing: a; use b"}]);
    expect(readChoices(choicesArrow(refused), models)[0]).toMatchObject({
      average: null,
      refused: "unsupported thing: a; use b"
    });
  });
});

it("readChoiceEffects gives every group's effect under every fit", () => {
  const read = readChoiceEffects(effectsArrow(eight, {left: 0, right: 0.5}));
  expect([...read.keys()]).toEqual(["left", "right"]);
  expect(read.get("right")?.get(3)).toEqual(around(eight[2].estimate.median + 0.5));
});

describe("ChoiceMapPlot", () => {
  const figure = plot();
  const [curve, matrix] = figure.querySelectorAll("svg");

  it("reaches every fit once, in its order, whatever is published or doubted", () => {
    const keys = eight.map(({fit}) => `fit ${String(fit)}`);
    expect(reached(figure)).toEqual(keys);
    const doubted = eight.map((one) => (one.fit === 2 ? {...one, unconverged: "R-hat"} : one));
    const marks = [...plot(doubted).querySelectorAll("[data-group]")];
    expect([...focusTargets(marks).keys()]).toEqual(keys);
  });

  it("draws a median and two intervals for each, on the scale of the unit", () => {
    const dots = all(curve, "circle[data-group], path[data-group]");
    expect(new Set(groupsOf(dots)).size).toBe(8);
    const lines = all(curve, 'line[data-group="fit 3"]');
    expect(lines).toHaveLength(2);
    const [thin, thick] = lines.map((line) => Math.abs(num(line, "y1") - num(line, "y2")));
    expect(thin / thick).toBeCloseTo(3, 6);
    expect(words(curve)).toEqual(expect.arrayContaining(["effect, points", "no effect"]));
  });

  it("puts one point a fit into the rows of every kind", () => {
    const points = all(matrix, "circle[data-group]");
    expect(points).toHaveLength(8 * 3);
    const rows = new Map<string, number[]>();
    for (const point of points) {
      const y = point.getAttribute("cy") ?? "";
      rows.set(y, [...(rows.get(y) ?? []), num(point, "cx")]);
    }
    // Six options, each of half of the fits.
    expect([...rows.values()].map(({length}) => length)).toEqual([4, 4, 4, 4, 4, 4]);
    expect(words(matrix)).toEqual(
      expect.arrayContaining(["Model", "Groups", "without Rank", "twice as wide"])
    );
  });

  it("has points below their intervals", () => {
    const x = num(all(curve, 'line[data-group="fit 5"]')[0], "x1");
    for (const point of all(matrix, 'circle[data-group="fit 5"]'))
      expect(num(point, "cx")).toBeCloseTo(x, 6);
  });

  it("gives what cannot be trusted a shape and a colour of its own, and names it", () => {
    const doubted = plot(fitsOf([{median: 0.1}, {median: 0.2, unconverged: "R-hat 1.02"}]));
    const [svg] = doubted.querySelectorAll("svg");
    const bad = all(svg, 'path[data-group="fit 2"]');
    expect(bad).toHaveLength(1);
    expect(bad[0].closest("g")?.outerHTML).toContain("--alarm");
    expect(words(svg)).toContain("not to be trusted");
    expect(words(curve)).not.toContain("not to be trusted");
  });

  it("keeps within a phone, its names above the rows", () => {
    const narrow = plot(eight, 350);
    for (const svg of narrow.querySelectorAll("svg")) {
      expect(svg.getAttribute("width")).toBe("350");
      for (const point of all(svg, "circle[data-group]"))
        expect(num(point, "cx")).toBeLessThan(350);
    }
  });

  it("says so when nothing could be fitted", () => {
    expect(plot([]).textContent).toBe("No choice could be fitted.");
  });
});

describe("ChoiceMap", () => {
  const groups = published.slice(0, 2);
  const [left, right] = groups.map(({group}) => group);
  const fits = readChoices(choicesArrow(eight), models);
  const made = (change: Partial<ChoiceMapOptions> = {}) => {
    const highlight = createHighlight();
    const effects = vi.fn(() => Promise.resolve(effectsArrow(eight, {[left]: 0, [right]: 0.5})));
    const options: ChoiceMapOptions = {
      ...{fits, effects, groups, modifiers: [], highlight, outcome},
      panel: models.map(({id}) => ({id, live: card})),
      ...{place: "panel", title: "effect", reference: "second", name: "trial-choices"},
      ...change
    };
    return {node: shown(ChoiceMap(options)), highlight, effects};
  };
  const answer = (node: HTMLElement): string =>
    node.querySelector(".choice-map-answer")?.textContent ?? "";

  beforeEach(freshPage);
  afterEach(freshPage);

  it("opens with the average, and fetches no group's effect", () => {
    const {node, effects} = made();
    expect(answer(node)).toMatch(
      /^Over 8 fits the average effect in these groups runs from −3 points to \+11 points;/
    );
    expect(node.querySelector("figcaption")?.textContent).toContain("in 8 fits by model, groups");
    expect(effects).not.toHaveBeenCalled();
  });

  it("follows the group that is pinned on the page, and goes back to the average", async () => {
    const {node, highlight, effects} = made();
    highlight.pin(right);
    await vi.waitFor(() => expect(answer(node)).toContain("runs from +47 points to +61 points"));
    expect(node.querySelector("input")?.value).toBe(groups[1].label);
    highlight.pin(left);
    await vi.waitFor(() => expect(answer(node)).toContain("runs from −3 points to +11 points"));
    expect(effects).toHaveBeenCalledTimes(1);
    highlight.pin(null);
    await vi.waitFor(() => expect(answer(node)).toContain("the average effect"));
    expect(node.querySelector("input")?.value).toBe("");
  });

  it("waits with a group's effect until a reader comes near", async () => {
    let near: (entries: {isIntersecting: boolean}[]) => void = () => undefined;
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        readonly observe = vi.fn();
        readonly disconnect = vi.fn();
        constructor(tell: typeof near) {
          near = tell;
        }
      }
    );
    const {node, highlight, effects} = made();
    highlight.pin(right);
    near([{isIntersecting: false}]);
    expect(effects).not.toHaveBeenCalled();
    near([{isIntersecting: true}]);
    await vi.waitFor(() => expect(answer(node)).toContain("+47 points"));
    highlight.pin(left);
    await vi.waitFor(() => expect(answer(node)).toContain("−3 points"));
    vi.unstubAllGlobals();
  });

  it("pins the group that is named in its field", async () => {
    const {node, highlight} = made();
    const input = node.querySelector("input");
    if (!input) throw new Error("no field");
    input.value = groups[1].label;
    input.dispatchEvent(new Event("input"));
    expect(highlight.pinned).toBe(right);
    await vi.waitFor(() => expect(answer(node)).toContain("+47 points"));
  });

  it("says so when effects cannot be had, and tries again", async () => {
    const effects = vi
      .fn(() => Promise.resolve(effectsArrow(eight, {[left]: 0, [right]: 0.5})))
      .mockRejectedValueOnce(new Error("no network"));
    const {node, highlight} = made({effects});
    highlight.pin(right);
    const status = node.querySelector('[role="status"]');
    await vi.waitFor(() =>
      expect(status?.textContent).toBe("The groups’ effects cannot be had: no network.")
    );
    highlight.pin(left);
    await vi.waitFor(() => expect(answer(node)).toContain(groups[0].label));
    expect(status?.textContent).toBe("");
  });

  it("tells the fit that has the focus, and links to that very fit in the panel", () => {
    const {node} = made();
    const link = node.querySelector("a");
    expect(node.querySelector<HTMLElement>(".choice-map-link")?.hidden).toBe(true);
    node
      .querySelector<SVGElement>('[data-focus][data-group="fit 8"]')
      ?.dispatchEvent(new FocusEvent("focusin", {bubbles: true}));
    expect(node.querySelector(".readout")?.textContent).toBe(
      "Second; groups without Rank; prior on how effects vary twice as wide: +11 points, 95% interval +1 to +21, above zero with a probability of 90%; fit 8 of 8 from the lowest"
    );
    expect(link?.hash).toBe("#panel");
    history.replaceState(null, "", link?.getAttribute("href") ?? "");
    const cards = new Map(models.map(({id}) => [id, card]));
    const {complaint, ...state} = readState(cards, stubEngine().engine, () => new Set([left]));
    expect(complaint).toBe("");
    expect(state).toEqual({model: "second", choice: eight[7].choice});
  });

  it("takes out of the address what the panel had before", () => {
    const before: StateName[] = ["bins", "without", "likelihood"];
    history.replaceState(null, "", `/?group=a&${before.map((name) => `live-${name}=x`).join("&")}`);
    const {node} = made();
    node
      .querySelector<SVGElement>('[data-focus][data-group="fit 1"]')
      ?.dispatchEvent(new FocusEvent("focusin", {bubbles: true}));
    expect(node.querySelector("a")?.search).toBe("?group=a&live-model=first");
  });
});

it("the kinds of all fits are those of the map, whichever fits are drawn", () => {
  expect(kinds.map(({label}) => label)).toEqual(["Model", "Groups", "Prior on how effects vary"]);
});
