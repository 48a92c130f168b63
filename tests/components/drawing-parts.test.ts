// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {drawing} from "../../src/components/drawing.js";
import {keyHeight} from "../../src/components/key-line.js";
import {stackPanels} from "../../src/components/panel-stack.js";
import {placeLabels} from "../../src/components/place-labels.js";
import {groupSentence} from "../../src/components/sentence.js";
import {sortRows} from "../../src/components/sort-rows.js";
import {swarmOffsets} from "../../src/components/swarm.js";
import {balanceText, textWidth, wrapText} from "../../src/components/text-width.js";
import {age, groups, outcome, tie, voter} from "./effect-rows.js";

const rows = groups(voter, age);
const order = (sorted: readonly {group: string}[]): string => sorted.map((r) => r.group).join(" ");

describe("drawing", () => {
  it("brings no style sheet of its own into the page", () => {
    const drawn = drawing({}, {marks: []});
    expect(drawn.querySelector("style")).toBeNull();
    expect(drawn.classList.contains("plot")).toBe(true);
  });
});

describe("sortRows", () => {
  it("puts the largest effect first and missing estimates last", () => {
    const [first, ...rest] = rows;
    expect(order(sortRows([{...first, rungs: {}}, ...rest], "effect"))).toBe("g5 g4 g3 g2 g1 g0");
  });
  it("sorts labels alphabetically and n from the largest", () => {
    expect(order(sortRows(rows, "label"))).toBe("g3 g4 g5 g0 g1 g2");
    const sizes = sortRows(rows, "n").map(({n}) => n);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
  it("sorts a modifier by the order of its levels, the largest effect first within", () => {
    expect(order(sortRows(rows, "age", {modifiers: [age]}))).toBe("g3 g0 g4 g1 g5 g2");
  });
  it("leaves its input alone", () => {
    sortRows(rows, "effect");
    expect(order(rows)).toBe("g0 g1 g2 g3 g4 g5");
  });
});

describe("groupSentence", () => {
  it("says the group, its estimate with the interval, and n", () => {
    expect(groupSentence(rows[0], {outcome})).toBe(
      "Trump, 1: \u221210 percentage points, 95% interval \u221229 to +9, above zero with a probability of 50%; n = 5"
    );
    const sure = (p_positive: number) => groupSentence({...rows[0], p_positive}, {outcome});
    expect(sure(0.2)).toContain(", below zero with a probability of 80%; ");
    expect(sure(0.9999)).toContain(", above zero with a probability of more than 99%; ");
    expect(sure(0)).toContain(", below zero with a probability of more than 99%; ");
  });
  it("gives a probability to nothing but a posterior", () => {
    const least = groupSentence(rows[0], {outcome, rungs: ["saturated"]});
    expect(least).not.toContain("probability");
    expect(groupSentence({...rows[0], p_positive: NaN}, {outcome})).not.toContain("probability");
  });
  it("names further estimates and says which are missing", () => {
    const row = {...rows[0], rungs: {partial: rows[0].rungs.partial!}};
    const sentence = groupSentence(row, {outcome, interval: 50, rungs: ["partial", "saturated"]});
    expect(sentence).toContain("50% interval \u221220 to 0");
    expect(sentence).toContain("OLS with all interactions: not estimable; n = 5");
  });
});

describe("placeLabels", () => {
  const apart = (labels: readonly {x: number; width: number}[], width: number): number => {
    const places = placeLabels(labels, width);
    places.forEach((place, i) => {
      const right = place.left + labels[i].width;
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      places.forEach((other, j) => {
        if (j === i) return;
        const clear = other.left >= right || other.left + labels[j].width <= place.left;
        if (other.tier === place.tier) expect(clear).toBe(true);
        if (other.tier > place.tier) {
          expect(labels[j].x <= place.left || labels[j].x >= right).toBe(true);
        }
      });
    });
    return Math.max(...places.map(({tier}) => tier)) + 1;
  };
  it("needs one tier where labels stand apart", () => {
    const labels = [50, 200, 350].map((x) => ({x, width: 80}));
    expect(apart(labels, 400)).toBe(1);
  });
  it("lets no leader cross a label, however close the leaders stand", () => {
    const labels = [150, 155, 160].map((x) => ({x, width: 140}));
    expect(apart(labels, 340)).toBeGreaterThan(1);
  });
  it("keeps to the frame at both ends", () => {
    expect(
      apart(
        [2, 398].map((x) => ({x, width: 120})),
        400
      )
    ).toBe(1);
  });
});

describe("swarmOffsets", () => {
  it("leaves points that do not touch on their row", () => {
    const offsets = swarmOffsets([0, 50, 100], [5, 5, 5], [0, 1, 2], 20);
    expect([...offsets.values()]).toEqual([0, 0, 0]);
  });
  it("lets no two points overlap while there is room", () => {
    const x = [0, 1, 2, 3, 40];
    const r = [4, 3, 4, 2, 5];
    const offsets = swarmOffsets(x, r, [0, 1, 2, 3, 4], 100);
    x.forEach((xi, i) =>
      x.slice(i + 1).forEach((xj, k) => {
        const j = i + 1 + k;
        const distance = Math.hypot(xi - xj, offsets.get(i)! - offsets.get(j)!);
        expect(distance).toBeGreaterThan(r[i] + r[j]);
      })
    );
  });
  it("never leaves the row, even when crowded", () => {
    const index = Array.from({length: 60}, (_, i) => i);
    const offsets = swarmOffsets(new Array(60).fill(0), new Array(60).fill(4), index, 18);
    expect(Math.max(...[...offsets.values()].map(Math.abs))).toBeLessThanOrEqual(14);
  });
});

describe("stackPanels", () => {
  const square = groups(voter, tie);
  it("stacks rows without headings where there are no facets", () => {
    const stack = stackPanels(rows, {}, {rowHeight: 10, columns: false});
    expect(stack.rows.map(({y}) => y)).toEqual([5, 15, 25, 35, 45, 55]);
    expect([stack.headings.length, stack.height]).toEqual([0, 60]);
  });
  it("sets panels side by side, or below each other, with the same rows", () => {
    const facets = {fx: voter, fy: tie};
    const beside = stackPanels(square, facets, {rowHeight: 10, columns: true});
    const below = stackPanels(square, facets, {rowHeight: 10, columns: false});
    expect([beside.columns, below.columns]).toEqual([2, 1]);
    expect([beside.rows.length, below.rows.length]).toEqual([4, 4]);
    expect(beside.headings.map(({text}) => text).sort()).toEqual(
      below.headings.map(({text}) => text).sort()
    );
    expect(below.height).toBeGreaterThan(beside.height);
  });
  it("leaves out panels that nobody is in", () => {
    const trump = square.filter(({levels}) => levels.voter === "Trump");
    const stack = stackPanels(trump, {fy: voter}, {rowHeight: 10, columns: false});
    expect(stack.headings.map(({text}) => text)).toEqual(["Trump"]);
  });
});

describe("text in figures", () => {
  it("is taken to be wider when longer and when larger", () => {
    expect(textWidth("women")).toBeGreaterThan(textWidth("men"));
    expect(textWidth("women", 26)).toBeCloseTo(2 * textWidth("women", 13), 9);
  });
  it("wraps between words and loses none", () => {
    const lines = wrapText("white women, internationalism 4", 110);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toBe("white women, internationalism 4");
  });
  it("breaks a key into lines on a narrow page", () => {
    const look = {color: "blue"};
    const items = [
      {label: "partial pooling", look},
      {label: "OLS, no pooling", look}
    ];
    expect(keyHeight(items, 120)).toBe(2 * keyHeight(items, 600));
    expect(keyHeight([], 600)).toBe(0);
  });
});

describe("balanceText", () => {
  const title = "shift in the effect of side-taking, points on the scale from 1 to 4";
  it("leaves no last word alone, in as many lines as are needed", () => {
    expect(wrapText(title, 320, 12).at(-1)).toBe("4");
    expect(balanceText(title, 320, 12)).toEqual([
      "shift in the effect of side-taking,",
      "points on the scale from 1 to 4"
    ]);
  });
  it.each(["short", "", "an-endless-word-that-no-line-holds and another-endless-word"])(
    "leaves as it is what cannot be balanced: %s",
    (text) => {
      expect(balanceText(text, 60)).toEqual(wrapText(text, 60));
    }
  );
});
