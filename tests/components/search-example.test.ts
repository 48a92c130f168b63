import {describe, expect, it} from "vitest";
import {searchExample} from "../../src/components/search-example.js";
import {modifiers, respondents} from "./respondents.js";

describe("searchExample", () => {
  it("is a description that the groups answer to", () => {
    expect(searchExample(respondents, modifiers)).toBe("non-white women, low internationalism");
  });
  it("has no size where nothing counts, nor twice the name of what does", () => {
    expect(searchExample(respondents, modifiers.slice(0, 2))).toBe("non-white women");
    const [row] = respondents;
    expect(searchExample([{...row, label: "Internationalism 2"}], modifiers)).toBe(
      "internationalism 2"
    );
  });
  it("keeps names, and is empty where there is no group", () => {
    const [row] = respondents;
    expect(searchExample([{...row, label: "Clinton voters, men"}], [], ["Clinton"])).toBe(
      "Clinton voters"
    );
    expect(searchExample([], modifiers)).toBe("");
  });
});
