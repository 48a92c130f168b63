import {describe, expect, it} from "vitest";
import {filterReading, togetherReading} from "../../src/components/explorer-readings.js";
import {commonWords} from "../../src/components/filter-words.js";
import {filterTitle, matchSentence} from "../../src/components/match-readings.js";
import {searchGroups} from "../../src/components/search-groups.js";
import {estimate, outcome} from "./effect-rows.js";
import {modifiers, respondents} from "./respondents.js";

const options = {outcome, modifiers};
const found = (text: string) => searchGroups(respondents, text, modifiers).rows;
const read = (rows: typeof respondents) => filterReading(rows, respondents, options);

describe("commonWords", () => {
  it.each([
    ["white women", "white women"],
    ["white", "white"],
    ["men internationalism 4 or 5", "men, internationalism 4 or 5"],
    ["non-white women assertiveness 3", "non-white women, assertiveness 3"]
  ])("of the groups found by “%s” are “%s”", (text, words) => {
    expect(commonWords(found(text), respondents, modifiers)).toBe(words);
  });
  it("are none for all groups, unknown for groups that levels do not tell", () => {
    expect(commonWords(respondents, respondents, modifiers)).toBe("");
    expect(commonWords(respondents.slice(0, 7), respondents, modifiers)).toBeUndefined();
  });
  it("keep the capital of names", () => {
    const rows = found("white");
    expect(commonWords(rows, respondents, modifiers, ["White"])).toBe("White");
  });
});

describe("filterReading", () => {
  it("speaks of a part of the groups by what they have in common", () => {
    // White women are the groups 50 to 74: from +40 to +64 points; 15 of them are sure.
    expect(read(found("white women"))).toBe(
      "Among the 25 groups of white women: the effect is positive with at least 95% probability in 15 of them. The largest effect is +64 points (white women, internationalism 5, assertiveness 5), the smallest +40 points (white women, internationalism 1, assertiveness 1)."
    );
  });
  it("speaks of all, of none and of one", () => {
    expect(read(respondents)).toMatch(
      /^Among all 100 groups: the effect is positive with at least 95% probability in 40 of them, negative in 10 of them \(a 95% interval leaves 2\.5% on each side, and may include zero all the same\)\. /
    );
    expect(read([])).toBe("No group matches.");
    expect(read(respondents.slice(0, 1))).toBe(
      "The one group that matches, non-white women, internationalism 1, assertiveness 1: −10 points, 95% interval −29 to +9."
    );
  });
  it("explains why a certain sign can have an interval with zero in it, where one has", () => {
    const [row] = respondents;
    const two = (median: number) =>
      [0, 1].map(() => ({...row, p_positive: 0.96, rungs: {partial: estimate(median)}}));
    const why = /\(a 95% interval leaves 2\.5% on each side, and may include zero all the same\)/;
    expect(read(two(0.1))).toMatch(why);
    expect(read(two(0.5))).not.toMatch(why);
    expect(filterReading(two(0.1), respondents, {...options, interval: 50})).not.toMatch(why);
  });
  it("says what groups show together", () => {
    const one = {estimate: estimate(0.2), p_positive: 0.031, n: 1234};
    expect(togetherReading(one, options)).toBe(
      "Together, weighted by size: +20 points, 95% interval +1 to +39, below zero with a probability of 97%; n = 1,234."
    );
  });
  it("says when every sign, one sign or no sign is sure", () => {
    expect(read(respondents.slice(80))).toContain("in all of them");
    expect(read(respondents.slice(98))).toContain("in both");
    expect(read(respondents.slice(59, 61))).toContain("in one of them");
    expect(read(respondents.slice(0, 5))).toContain(
      "negative with at least 95% probability in all"
    );
    expect(read(respondents.slice(20, 40))).toContain("no sign is at least 95% certain");
  });
  it("names both groups of a tie, and counts more", () => {
    const tied = (n: number) =>
      respondents.slice(0, 5).map((row, i) => ({
        ...row,
        rungs: {partial: estimate(i < n ? 0.2 : 0.1)}
      }));
    const tail = "internationalism 1, assertiveness";
    expect(filterReading(tied(2), respondents, options)).toContain(
      `+20 points (non-white women, ${tail} 1 and non-white women, ${tail} 2)`
    );
    expect(filterReading(tied(3), respondents, options)).toContain(
      "+20 points (shared by 3 groups)"
    );
    expect(filterReading(tied(5), respondents, options)).toContain(
      "All have the same effect, +20 points."
    );
  });
  it("says so when no effect can be estimated, or only one", () => {
    const none = respondents.slice(0, 2).map((row) => ({...row, rungs: {}}));
    expect(filterReading(none, respondents, options)).toContain("no effect can be estimated");
    const one = [none[0], respondents[1]];
    expect(filterReading(one, respondents, options)).toContain(
      "only non-white women, internationalism 1, assertiveness 2 has an estimate"
    );
  });
});

describe("what is said of a search", () => {
  it("counts the matches", () => {
    expect(matchSentence(100, 100)).toBe("All 100 groups are shown.");
    expect(matchSentence(1, 100)).toBe("1 of 100 groups matches.");
    expect(matchSentence(20, 100, {notes: ["Low x is read as 1."]})).toBe(
      "20 of 100 groups match. Low x is read as 1."
    );
  });
  it("says what to do when none matches", () => {
    expect(matchSentence(0, 100, {strange: ["purple"]})).toBe(
      "None of 100 groups matches. No group is described by “purple”: take the word out."
    );
    const modifiers = ["Voter", "Economic tie"].map((label) => ({name: label, label, levels: []}));
    expect(matchSentence(0, 100, {strange: ["purple"], modifiers})).toMatch(
      / take the word out\. Groups of this study differ by voter and economic tie\.$/
    );
    expect(matchSentence(0, 100)).toMatch(/take out a word or a level\.$/);
  });
  it("is the title of the figure", () => {
    const title = (text: string) => filterTitle(found(text), respondents, options);
    expect(title("")).toBe("All 100 groups, each with its effect");
    expect(title("white women")).toBe("25 groups of white women");
    expect(filterTitle([], respondents, options)).toBe("No group matches");
  });
});
