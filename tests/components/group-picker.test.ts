// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {followPin, readAddress, writeAddress} from "../../src/components/address.js";
import {GroupPicker} from "../../src/components/group-picker.js";
import {createHighlight} from "../../src/components/highlight.js";

const groups = [
  {group: "1_0", label: "White women"},
  {group: "0_1", label: "Nonwhite men"}
];

function type(picker: Element, text: string): void {
  const input = picker.querySelector("input")!;
  input.value = text;
  input.dispatchEvent(new Event("input", {bubbles: true}));
}

beforeEach(() => {
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
