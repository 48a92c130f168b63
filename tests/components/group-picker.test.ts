// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from "vitest";
import {followPin, readAddress, writeAddress} from "../../src/components/address.js";
import {GroupPicker} from "../../src/components/group-picker.js";
import {createHighlight} from "../../src/components/highlight.js";
import {groups as madeGroups} from "./effect-rows.js";
import {modifiers, respondents} from "./respondents.js";

const race = {name: "race", label: "Race", levels: ["White", "Nonwhite"]};
const [made] = madeGroups(race);
const groups = [
  {...made, group: "1_0", label: "White women", levels: {race: "White"}},
  {...made, group: "0_1", label: "Nonwhite men", levels: {race: "Nonwhite"}}
];
const numbers = (group: string): string => `${group}: +5 points`;

function type(picker: Element, text: string): void {
  const input = picker.querySelector("input")!;
  input.value = text;
  input.dispatchEvent(new Event("input", {bubbles: true}));
}

function enter(picker: Element, text: string): void {
  type(picker, text);
  const key = new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true});
  picker.querySelector("input")!.dispatchEvent(key);
  expect(key.defaultPrevented).toBe(true);
}

const line = (picker: Element): string => picker.querySelector("[role=status]")!.textContent;

/** An explorer as far as the field knows it; what it hears is in the list. */
function placeExplorer(): {heard: string[]; seen: string[]} {
  document.body.innerHTML = `<section class="explorer"><form class="explorer-form">
    <label class="explorer-find"><input type="search"></label></form></section>`;
  const [heard, seen]: string[][] = [[], []];
  const field = document.querySelector("input")!;
  document.querySelector("form")!.addEventListener("input", () => heard.push(field.value));
  document.querySelector("section")!.scrollIntoView = () => seen.push("explorer");
  return {heard, seen};
}

beforeEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

describe("GroupPicker", () => {
  it("offers every group by its words", () => {
    const picker = GroupPicker(groups, createHighlight());
    const offered = [...picker.querySelectorAll("option")].map((option) => option.value);
    expect(offered).toEqual(["White women", "Nonwhite men"]);
    expect(picker.querySelector("input")!.getAttribute("list")).toBe(
      picker.querySelector("datalist")!.id
    );
  });
  it("pins a group whose words are complete, in any case, and unpins when emptied", () => {
    const highlight = createHighlight();
    const picker = GroupPicker(groups, highlight);
    type(picker, "white wom");
    expect(highlight.pinned).toBeNull();
    type(picker, "white women ");
    expect(highlight.pinned).toBe("1_0");
    type(picker, "");
    expect(highlight.pinned).toBeNull();
  });
  it("shows a pin that was made in a figure", () => {
    const highlight = createHighlight();
    const picker = GroupPicker(groups, highlight);
    highlight.pin("0_1");
    expect(picker.querySelector("input")!.value).toBe("Nonwhite men");
    highlight.pin(null);
    expect(picker.querySelector("input")!.value).toBe("");
  });
  it("hands words that are no whole label to the explorer, at Enter alone", () => {
    const {heard, seen} = placeExplorer();
    const highlight = createHighlight();
    const picker = GroupPicker(groups, highlight, {modifiers: [race]});
    type(picker, "wom");
    expect(heard).toEqual([]);
    enter(picker, "wom");
    expect([heard, seen]).toEqual([["wom"], ["explorer"]]);
    expect(picker.querySelector("input")!.value).toBe("");
    expect(document.activeElement).toBe(document.querySelector(".explorer input"));
    expect(highlight.pinned).toBeNull();
  });
  it("pins the first match where no explorer shows one, and says which with its numbers", () => {
    const highlight = createHighlight();
    const picker = GroupPicker(groups, highlight, {modifiers: [race]});
    picker.tell(numbers);
    enter(picker, "men nonwhite");
    expect(highlight.pinned).toBe("0_1");
    expect(picker.querySelector("input")!.value).toBe("Nonwhite men");
    expect(line(picker)).toBe("Held in every figure: 0_1: +5 points");
    const {heard} = placeExplorer();
    const other = GroupPicker(groups, createHighlight(), {explored: groups.slice(0, 1)});
    enter(other, "nonwhite");
    expect(line(other)).toBe("Held in every figure: Nonwhite men");
    expect(heard).toEqual([]);
  });
  it("says what no group is described by, and leaves pins and explorer alone", () => {
    const {heard} = placeExplorer();
    const highlight = createHighlight("1_0");
    const picker = GroupPicker(groups, highlight);
    enter(picker, "purple");
    expect(line(picker)).toMatch(
      /^None of 2 groups matches\. .*\u201cpurple\u201d: take the word out/
    );
    expect(highlight.pinned).toBe("1_0");
    expect(heard).toEqual([]);
  });
  it("keeps its line true: new numbers are said anew, a pin made elsewhere takes it away", () => {
    const highlight = createHighlight();
    const picker = GroupPicker(groups, highlight);
    type(picker, "White women");
    picker.tell(numbers);
    expect(line(picker)).toBe("Held in every figure: 1_0: +5 points");
    picker.tell((group) => `${group}: +6 points`);
    expect(line(picker)).toBe("Held in every figure: 1_0: +6 points");
    highlight.pin("0_1");
    expect(line(picker)).toBe("");
    type(picker, "White women");
    type(picker, "");
    expect([highlight.pinned, line(picker)]).toEqual([null, ""]);
  });
  it("says how words are read once they stand still, what they come to, and offers to go there", async () => {
    const {heard} = placeExplorer();
    const asked: string[][] = [];
    const picker = GroupPicker(respondents, createHighlight(), {modifiers});
    picker.tell(numbers, (found) => {
      asked.push([...found]);
      return Promise.resolve(`Together: ${String(found.size)}.`);
    });
    expect(picker.querySelector("input")!.placeholder).toBe(
      "such as non-white women, low internationalism"
    );
    type(picker, "non-white wom");
    expect(line(picker)).toBe("");
    type(picker, "non-white women, low int");
    await vi.waitFor(() =>
      expect(line(picker)).toBe(
        "10 of 100 groups match. Low internationalism is read as 1 or 2, of 1 to 5. Together: 10."
      )
    );
    expect(asked).toHaveLength(1);
    picker.querySelector("button")!.click();
    expect(heard).toEqual(["non-white women, low int"]);
    expect(line(picker)).toBe("");
  });
  it("says the numbers of the one group that words describe", async () => {
    const picker = GroupPicker(groups, createHighlight(), {modifiers: [race]});
    picker.tell(numbers);
    type(picker, "women");
    await vi.waitFor(() => expect(line(picker)).toBe("1 of 2 groups matches. 1_0: +5 points"));
  });
  it("offers no way to what is not there, nor to all there is", async () => {
    const picker = GroupPicker(groups, createHighlight());
    const button = picker.querySelector("button")!;
    type(picker, "purple");
    await vi.waitFor(() => expect(line(picker)).toMatch(/^None of 2/));
    expect(button.hidden).toBe(true);
    type(picker, "white men");
    await vi.waitFor(() => expect(line(picker)).toMatch(/^None of 2.*no group has them all/));
    type(picker, "the");
    await vi.waitFor(() => expect(line(picker)).toBe("All 2 groups are shown."));
    expect(button.hidden).toBe(true);
  });
  it("keeps its typing from the form around it", () => {
    const form = document.createElement("form");
    const picker = GroupPicker(groups, createHighlight());
    form.append(picker);
    let heard = 0;
    form.addEventListener("input", () => (heard += 1));
    type(picker, "white");
    expect(heard).toBe(0);
    expect([...new FormData(form)]).toEqual([]);
  });
});

describe("the address", () => {
  it("pins the group that it names", () => {
    writeAddress({group: "1_0"});
    const highlight = createHighlight();
    followPin(highlight);
    expect(highlight.pinned).toBe("1_0");
  });
  it("follows every pin and keeps what else it says", () => {
    writeAddress({model: "corrected"});
    const highlight = createHighlight();
    followPin(highlight);
    highlight.pin("0_1");
    expect(readAddress()).toEqual({model: "corrected", group: "0_1"});
    highlight.pin(null);
    expect(readAddress()).toEqual({model: "corrected"});
  });
});
