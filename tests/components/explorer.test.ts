// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from "vitest";
import {GroupExplorer} from "../../src/components/explorer.js";
import {createHighlight} from "../../src/components/highlight.js";
import {outcome} from "./effect-rows.js";
import type {EffectRow} from "../../src/components/types.js";
import {crowd, modifiers, respondents} from "./respondents.js";

const highlight = createHighlight();
const make = (
  rows: readonly EffectRow[] = respondents,
  more: Pick<Parameters<typeof GroupExplorer>[1], "together"> = {}
): HTMLElement => {
  const node = GroupExplorer(rows, {
    ...more,
    outcome,
    modifiers,
    highlight,
    id: "groups",
    name: "groups",
    caption: "What is drawn."
  });
  document.body.replaceChildren(node);
  return node;
};
const type = (node: Element, text: string): void => {
  const input = node.querySelector<HTMLInputElement>("input[type=search]")!;
  input.value = text;
  input.dispatchEvent(new Event("input", {bubbles: true}));
};
const choose = (node: Element, name: string, value: string): void => {
  const select = node.querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
  select.value = value;
  select.dispatchEvent(new Event("input", {bubbles: true}));
};
const button = (node: Element, text: string): HTMLButtonElement =>
  [...node.querySelectorAll("button")].find((one) => one.textContent === text)!;
const reached = (node: Element): (string | null)[] =>
  [...node.querySelectorAll(".stage [data-focus]")].map((mark) => mark.getAttribute("data-group"));
const status = (node: Element): string | null => node.querySelector("[role=status]")!.textContent;

beforeEach(() => {
  history.replaceState(null, "", "/");
  highlight.pin(null);
});

describe("GroupExplorer", () => {
  it("draws all groups at first, the largest effect on top", () => {
    const node = make();
    expect(reached(node)).toHaveLength(100);
    expect(reached(node)[0]).toBe("1_1_5_5");
    expect(status(node)).toBe("All 100 groups are shown.");
    expect(button(node, "Highlight these").hidden).toBe(true);
  });
  it("says what the groups left show together, unless others are asked for meanwhile", async () => {
    const asked: {groups: number; answer: (sentence: string) => void}[] = [];
    const together = vi.fn(
      ({size}: ReadonlySet<string>) =>
        new Promise<string>((answer) => {
          asked.push({groups: size, answer});
        })
    );
    const node = make(respondents, {together});
    expect(together).not.toHaveBeenCalled();
    type(node, "white women");
    type(node, "white men");
    asked[0].answer("Together: +10.");
    asked[1].answer("Together: +20.");
    await vi.waitFor(() => expect(status(node)).toBe("25 of 100 groups match. Together: +20."));
    type(node, "");
    expect([status(node), asked.length]).toEqual(["All 100 groups are shown.", 2]);
  });
  it("leaves the groups as they are where their draws cannot be had", async () => {
    const node = make(respondents, {together: () => Promise.resolve("")});
    type(node, "white women");
    await new Promise((done) => setTimeout(done, 20));
    expect(status(node)).toBe("25 of 100 groups match.");
  });
  it("follows typed words in figure, status, reading, table and address", () => {
    const node = make();
    type(node, "white women with high internationalism");
    expect(reached(node)).toHaveLength(10);
    expect(status(node)).toBe(
      "10 of 100 groups match. High internationalism is read as 4 or 5, of 1 to 5."
    );
    expect(node.querySelector("figcaption")!.textContent).toMatch(
      /^What is drawn\. Among the 10 groups of white women, internationalism 4 or 5: /
    );
    button(node, "Show as table").click();
    expect(node.querySelectorAll("tbody tr")).toHaveLength(10);
    button(node, "Hide the table").click();
    expect(new URLSearchParams(location.search).get("find")).toBe(
      "white women with high internationalism"
    );
  });
  it("says how to get out when nothing matches, and goes back to all", () => {
    const node = make();
    type(node, "purple");
    expect(reached(node)).toEqual([]);
    expect(node.querySelector(".stage")!.textContent).toMatch(/widen the selection/);
    expect(status(node)).toMatch(/take the word out/);
    button(node, "Show all").click();
    expect(reached(node)).toHaveLength(100);
    expect(location.search).toBe("");
  });
  it("keeps the levels that are checked", () => {
    const node = make();
    node.querySelector<HTMLInputElement>("input[value='Non-white']")!.click();
    expect(reached(node)).toHaveLength(50);
    expect(new URLSearchParams(location.search).getAll("keep")).toEqual(["white:Non-white"]);
  });
  it.each([
    ["n", "1_1_5_5"],
    ["label", "Non-white men, internationalism 1, assertiveness 1"],
    ["width", "0_0_2_3"],
    ["pooling", "0_0_1_1"]
  ])("sorts by %s", (order, first) => {
    const node = make();
    choose(node, "order", order);
    const top = respondents.find(({group}) => group === reached(node)[0])!;
    expect([top.group, top.label]).toContain(first);
  });
  it("sets panels by a modifier", () => {
    const node = make();
    choose(node, "facet", "hawk");
    expect(node.querySelector(".stage")!.textContent).toContain("Militant assertiveness 3");
    expect(reached(node)).toHaveLength(100);
  });
  it("opens as the address says, and says what it does not know", () => {
    history.replaceState(null, "", "/?find=men&order=n&facet=hats");
    const node = make();
    expect(reached(node)).toHaveLength(50);
    expect(node.querySelector(".address-problem")!.textContent).toContain("panels by “hats”");
    expect(node.querySelector<HTMLInputElement>("input[type=search]")!.value).toBe("men");
  });
  it("highlights what it has found, in every figure", () => {
    const node = make();
    type(node, "white women");
    button(node, "Highlight these").click();
    expect(highlight.selected.size).toBe(25);
    expect(node.querySelector(".readout")!.textContent).toMatch(/^25 groups are highlighted/);
  });
  it("highlights a run of groups that is dragged over, and the click that ends it pins nothing", () => {
    const node = make();
    const target = (i: number): Element => node.querySelectorAll(".stage [data-focus]")[i];
    const send = (type: string, on: Element, init: object = {}): void => {
      on.dispatchEvent(new MouseEvent(type, {bubbles: true, buttons: 1, ...init}));
    };
    send("pointerdown", target(2));
    send("pointerover", target(3));
    send("pointerover", target(5));
    send("pointerup", target(5));
    send("click", target(5));
    expect([...highlight.selected]).toEqual(reached(node).slice(2, 6));
  });
  it("draws of a thousand groups only those near the window, and all in the overview", () => {
    const node = make(crowd(1000));
    expect(reached(node).length).toBeLessThan(100);
    expect(node.querySelectorAll(".overview [data-mark=dot] [data-group]")).toHaveLength(1000);
    button(node, "Show as table").click();
    expect(node.querySelectorAll("tbody tr")).toHaveLength(1000);
    button(node, "Hide the table").click();
  });
});
