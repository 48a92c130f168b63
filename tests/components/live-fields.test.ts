// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from "vitest";
import {LiveControls} from "../../src/components/live-controls.js";
import {DrawsChoice} from "../../src/components/live-draws-choice.js";
import {GroupChoice} from "../../src/components/live-group-choice.js";
import {LeaveOut} from "../../src/components/live-leave-out.js";
import {LikelihoodChoice} from "../../src/components/live-likelihood-choice.js";
import {PriorChoice} from "../../src/components/live-prior-choice.js";
import {spreadFamilies} from "../../src/live/choices.js";
import {priorWords} from "../../src/live/change-priors.js";
import {card, choose, freshPage, setTo, shown, stubEngine} from "./live-study.js";

const {engine} = stubEngine();
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
const pick = <T extends Element>(node: Element, selector: string): T => {
  const found = node.querySelector<T>(selector);
  if (!found) throw new Error(`missing element: ${selector}`);
  return found;
};

beforeEach(freshPage);

describe("GroupChoice", () => {
  it("tells which characteristics are left, and keeps the last one with a word of why", () => {
    const set = vi.fn();
    const node = shown(GroupChoice(card, choose(), set));
    const [a, b] = node.querySelectorAll<HTMLInputElement>("input");
    a.click();
    expect(set).toHaveBeenLastCalledWith({groups: ["b"], bins: {}});
    const note = pick<HTMLElement>(node, "[role=alert]");
    expect(note.hidden).toBe(true);
    b.click();
    expect(b.checked).toBe(true);
    expect(note.hidden).toBe(false);
    expect(set).toHaveBeenCalledTimes(1);
    a.click();
    expect(note.hidden).toBe(true);
    expect(set).toHaveBeenLastCalledWith({groups: ["a", "b"], bins: {}});
  });

  it("has bins for ordered steps alone, and takes them back", () => {
    const set = vi.fn();
    const node = shown(GroupChoice(card, choose(), set));
    const lists = node.querySelectorAll<HTMLSelectElement>("select");
    expect(Array.from(lists, (list) => list.getAttribute("aria-label"))).toEqual(["Rank: steps"]);
    expect(Array.from(lists[0].options, ({text}) => text)).toEqual(["4 steps", "3 bins", "2 bins"]);
    setTo(lists[0], "2");
    expect(set).toHaveBeenLastCalledWith({groups: ["a", "b"], bins: {b: 2}});
    setTo(lists[0], "");
    expect(set).toHaveBeenLastCalledWith({groups: ["a", "b"], bins: {}});
  });

  it("hides the bins of a characteristic that makes no groups", () => {
    const node = shown(GroupChoice(card, choose({groups: ["a"]}), vi.fn()));
    expect(pick<HTMLSelectElement>(node, "select").hidden).toBe(true);
  });
});

describe("LeaveOut", () => {
  it("leaves groups out one by one and takes them back in, with the keyboard kept in the list", () => {
    const set = vi.fn();
    const groups = [
      {value: "0_0", label: "Left, first"},
      {value: "0_1", label: "<b>Left</b>, second"}
    ];
    const node = shown(LeaveOut(groups, [], set));
    const list = pick<HTMLSelectElement>(node, "select");
    setTo(list, "0_1");
    expect(set).toHaveBeenLastCalledWith(["0_1"]);
    expect(Array.from(list.options, ({value}) => value)).toEqual(["", "0_0"]);
    const chip = pick<HTMLButtonElement>(node, "li button");
    expect(chip.getAttribute("aria-label")).toBe("Take <b>Left</b>, second back in");
    expect(node.querySelector("b")).toBeNull();
    chip.click();
    expect(set).toHaveBeenLastCalledWith([]);
    expect(document.activeElement).toBe(list);
  });
});

describe("PriorChoice", () => {
  const statements = ["sd: normal(0, 0.5)"];
  const make = (set = vi.fn()) => {
    const node = shown(
      PriorChoice({
        legend: "Prior on how much effects vary",
        families: Object.keys(spreadFamilies),
        start: {family: null, factor: 1},
        words: (change) => priorWords(statements, "sd", change),
        set
      })
    );
    return {
      node,
      set,
      slider: pick<HTMLInputElement>(node, "input"),
      list: pick<HTMLSelectElement>(node, "select")
    };
  };

  it("says the published prior, and after each step what it is rather than that", () => {
    const {node, slider, set} = make();
    const output = pick(node, "output");
    expect(output.textContent).toBe("Half-normal with scale 0.5, as on this page");
    setTo(slider, "-2");
    expect(set).toHaveBeenLastCalledWith({family: null, factor: 0.5});
    expect(output.textContent).toBe("Half-normal with scale 0.25 rather than 0.5");
    expect(slider.getAttribute("aria-valuetext")).toBe(output.textContent);
    setTo(slider, "1");
    expect(set).toHaveBeenLastCalledWith({family: null, factor: 1.5});
  });

  it("offers each other family once, and keeps the scale when the family changes", () => {
    const {slider, list, set} = make();
    expect(Array.from(list.options, ({value}) => value)).toEqual([
      "",
      "student_t",
      "cauchy",
      "exponential"
    ]);
    setTo(slider, "2");
    setTo(list, "cauchy");
    expect(set).toHaveBeenLastCalledWith({family: "cauchy", factor: 2});
  });
});

describe("LikelihoodChoice", () => {
  it("is there when the outcome is 0 or 1, with every registered likelihood", () => {
    const set = vi.fn();
    const field = LikelihoodChoice(engine, true, "gaussian", set);
    if (!field) throw new Error("missing field");
    const list = pick<HTMLSelectElement>(shown(field), "select");
    expect(Array.from(list.options, ({value}) => value)).toEqual(Object.keys(engine.likelihoods));
    setTo(list, "bernoulli");
    expect(set).toHaveBeenCalledWith("bernoulli");
    expect(LikelihoodChoice(engine, false, "gaussian", set)).toBeNull();
  });
});

describe("DrawsChoice", () => {
  it("offers as many as published, a quarter, four times as many, and what the address asks for", () => {
    const set = vi.fn();
    const list = pick<HTMLSelectElement>(shown(DrawsChoice(card, 250, set)), "select");
    expect(Array.from(list.options, ({text}) => text)).toEqual([
      "600, as on this page",
      "200, for a first look",
      "2,400, where fewer cannot be trusted",
      "500"
    ]);
    expect(list.value).toBe("250");
    setTo(list, "");
    expect(set).toHaveBeenCalledWith(null);
  });
});

describe("LiveControls", () => {
  it("tells the whole choice after every change, earlier ones included", () => {
    const changed = vi.fn();
    const groups = [{value: "0_0", label: "Left, first"}];
    const form = shown(
      LiveControls({card, choice: choose(), engine, groups, zeroOne: true, changed})
    );
    setTo(pick(form, "[name=draws]"), "100");
    setTo(pick(form, "[name=leave-out]"), "0_0");
    setTo(pick(form, "[name=likelihood]"), "bernoulli");
    expect(changed).toHaveBeenLastCalledWith(
      choose({draws: 100, without: ["0_0"], likelihood: "bernoulli"})
    );
    expect(form.dispatchEvent(new Event("submit", {cancelable: true}))).toBe(false);
  });
});
