// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {
  everything,
  filterRows,
  readFilter,
  writeFilter
} from "../../src/components/group-filter.js";
import {lowerFirst} from "../../src/components/filter-words.js";
import {modifiers, respondents} from "./respondents.js";

beforeEach(() => history.replaceState(null, "", "/"));

const visit = (search: string) => {
  history.replaceState(null, "", `/?${search}`);
  return readFilter(modifiers);
};

describe("a filter in the address", () => {
  it("comes back as it was written, beside what else stands there", () => {
    history.replaceState(null, "", "/?group=a");
    const filter = {
      find: "women",
      order: "n",
      facet: "white",
      keep: {intl: ["4", "5"], white: ["Non-white"]}
    };
    writeFilter(filter);
    expect(readFilter(modifiers)).toEqual({filter, problems: []});
    expect(new URLSearchParams(location.search).get("group")).toBe("a");
  });
  it("leaves out what is as it was at the start", () => {
    writeFilter({...everything, order: "n"});
    writeFilter(everything);
    expect(location.search).toBe("");
  });
  it("is ignored where it is unknown, with a sentence each", () => {
    const {filter, problems} = visit("order=luck&facet=hats&keep=intl:9&keep=constructor:1&keep=");
    expect(filter).toEqual({...everything, keep: {}});
    expect(problems).toHaveLength(5);
    expect(problems[0]).toBe(
      "The address asks for the order “luck”, which is not known here; it is left out."
    );
  });
  it("is cut where it is endless", () => {
    const {filter, problems} = visit(`find=${"x".repeat(5000)}&order=${"y".repeat(5000)}`);
    expect(filter.find).toHaveLength(200);
    expect(problems[0].length).toBeLessThan(150);
  });
});

describe("filterRows", () => {
  it("keeps the levels asked for, of every modifier at once", () => {
    const {rows} = filterRows(
      respondents,
      {...everything, find: "white", keep: {intl: ["4", "5"], male: ["Men"]}},
      modifiers
    );
    expect(rows).toHaveLength(2 * 5);
    expect(new Set(rows.map(({levels}) => levels.intl))).toEqual(new Set(["4", "5"]));
  });
});

describe("lowerFirst", () => {
  it("makes the first word small, unless it is a name or has more capitals", () => {
    expect(
      ["White women, internationalism 4", "Women, Africa", "No, at 2"].map((text) =>
        lowerFirst(text)
      )
    ).toEqual(["white women, internationalism 4", "women, Africa", "no, at 2"]);
    for (const kept of ["GDP", "AfD/FPÖ, Luxemburg", "Message A", "Kein Abschluss, Wien"])
      expect(lowerFirst(kept)).toBe(kept);
    expect(lowerFirst("Trump voters", ["Trump"])).toBe("Trump voters");
  });
});
