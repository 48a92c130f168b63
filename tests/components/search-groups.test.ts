import {describe, expect, it} from "vitest";
import {singular, wordsOf} from "../../src/components/group-words.js";
import {searchGroups} from "../../src/components/search-groups.js";
import {modifiers, respondents} from "./respondents.js";

const search = (text: string) => searchGroups(respondents, text, modifiers);
const levels = (text: string, name: string) => [
  ...new Set(search(text).rows.map((row) => row.levels[name]))
];

describe("wordsOf", () => {
  it("joins a denial with what it denies", () => {
    expect(wordsOf("Non-white women, not a democracy; no college degree")).toEqual([
      ...["notwhite", "women", "notdemocracy", "notcollege", "degree"]
    ]);
    expect(wordsOf("nonwhite")).toEqual(["notwhite"]);
  });
  it("knows the singular of everyday words", () => {
    expect(["women", "females", "democracies", "voters", "stress", "bus"].map(singular)).toEqual([
      ...["woman", "woman", "democracy", "voter", "stress", "bus"]
    ]);
  });
});

describe("searchGroups", () => {
  it("finds all groups when nothing, or nothing but joints, is typed", () => {
    expect(search("").rows).toHaveLength(100);
    expect(search("the groups of those who").rows).toHaveLength(100);
  });
  it.each(["white women", "White woman who", "women who are white", "female white respondents"])(
    "finds the 25 groups of “%s”",
    (text) => {
      const {rows} = search(text);
      expect(rows).toHaveLength(25);
      expect(levels(text, "white")).toEqual(["White"]);
      expect(levels(text, "male")).toEqual(["Women"]);
    }
  );
  it.each(["non-white", "not white", "nonwhite"])("tells “%s” from white", (text) => {
    expect(levels(text, "white")).toEqual(["Non-white"]);
  });
  it("reads a number beside a name as that modifier's level", () => {
    expect(levels("internationalism 4", "intl")).toEqual(["4"]);
    expect(levels("internationalism 4", "hawk")).toHaveLength(5);
    expect(levels("assertiveness 1 or 5", "hawk")).toEqual(["1", "5"]);
    expect(levels("militant assertiveness of 2 to 4", "hawk")).toEqual(["2", "3", "4"]);
  });
  it("reads low and high beside a name, and says how", () => {
    const {rows, notes} = search("non-white women with low internationalism");
    expect(rows).toHaveLength(10);
    expect(levels("non-white women with low internationalism", "intl")).toEqual(["1", "2"]);
    expect(notes).toEqual(["Low internationalism is read as 1 or 2, of 1 to 5."]);
    expect(levels("high militant assertiveness", "hawk")).toEqual(["4", "5"]);
    expect(levels("assertiveness is middle", "hawk")).toEqual(["3"]);
  });
  it("follows a word while it is typed", () => {
    expect(search("non-white wom").rows).toHaveLength(25);
    expect(search("whi").rows.every(({levels: own}) => own.white === "White")).toBe(true);
  });
  it("reads a scale from the first letters of its name", () => {
    expect(levels("low int", "intl")).toEqual(["1", "2"]);
    expect(levels("mil 4", "hawk")).toEqual(["4"]);
    // Two letters may begin anything.
    expect(levels("mi 4", "hawk")).toHaveLength(5);
  });
  it("asks what a size is of, and finds the rest meanwhile", () => {
    const {rows, notes, strange} = search("non-white women low");
    expect(rows).toHaveLength(25);
    expect([notes, strange]).toEqual([
      ["Low what? Say low internationalism or low militant assertiveness."],
      []
    ]);
    const [first] = respondents;
    const stakes = {...first, label: "Low stakes"};
    expect(searchGroups([first, stakes], "low", modifiers)).toMatchObject({
      rows: [stakes],
      notes: []
    });
  });
  it("finds none when one word fits no group, and says which", () => {
    const {rows, strange} = search("purple women");
    expect(rows).toEqual([]);
    expect(strange).toEqual(["purple"]);
  });
  it("takes hostile text as text", () => {
    expect(search("<script>alert(1)</script> \u202e [(*+?").rows).toEqual([]);
  });
});
