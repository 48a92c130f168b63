import {describe, expect, it} from "vitest";
import {parseShares, readShares, shareText, writeShares} from "../../src/components/shares.js";
import {age, voter} from "./effect-rows.js";

describe("readShares", () => {
  it.each([
    [
      ["30", "70"],
      [30, 70]
    ],
    [
      [" 30 %", "70%"],
      [30, 70]
    ],
    [
      ["12,5", "87.5"],
      [12.5, 87.5]
    ],
    [
      ["0", "100"],
      [0, 100]
    ],
    [
      [".5", "99.5"],
      [0.5, 99.5]
    ]
  ])("takes %j as they are meant", (texts, shares) => {
    expect(readShares(voter, texts)).toEqual({shares, problem: "", note: "", wrong: []});
  });

  it("scales to 100 and says so", () => {
    expect(readShares(voter, ["30", "30"])).toEqual({
      shares: [50, 50],
      problem: "",
      note: "The shares of Voter add up to 60%; they are scaled to 100%.",
      wrong: []
    });
  });

  it("says nothing of what rounding leaves", () => {
    expect(readShares(age, ["33.3", "33.3", "33.3"]).note).toBe("");
  });

  it.each([
    [["", "70"], "Voter, Trump has no share; type a percentage, 0 for none."],
    [["30", "  "], "Voter, Clinton has no share; type a percentage, 0 for none."],
    [["-5", "70"], "Voter, Trump has a share below 0, -5; type 0 or more."],
    [["\u22125", "70"], "Voter, Trump has a share below 0, \u22125; type 0 or more."],
    [["half", "70"], "Voter, Trump has “half”, which is no percentage; type a number such as 25."],
    [["1e3", "70"], "Voter, Trump has “1e3”, which is no percentage; type a number such as 25."],
    [["NaN", "70"], "Voter, Trump has “NaN”, which is no percentage; type a number such as 25."],
    [["0", "0"], "The shares of Voter add up to 0; give one of them a share."],
    [["30"], "Voter, Clinton has no share; type a percentage, 0 for none."]
  ])("refuses %j in one sentence", (texts, problem) => {
    expect(readShares(voter, texts)).toMatchObject({shares: [], problem, note: ""});
  });

  it("tells which texts are wrong, all of them where they add up to nothing", () => {
    expect(readShares(age, ["1", "x", ""]).wrong).toEqual([1, 2]);
    expect(readShares(age, ["0", "0", "0"]).wrong).toEqual([0, 1, 2]);
  });

  it("shows no more of a long text than its beginning", () => {
    const {problem} = readShares(voter, ["x".repeat(10_000), "1"]);
    expect(problem.length).toBeLessThan(120);
  });
});

describe("shares in the address", () => {
  const modifiers = [voter, age];

  it("come back as they were written", () => {
    const edited = new Map([
      ["voter", ["12,5 %", " 87.5"]],
      ["age", ["10", "20", "70"]]
    ]);
    const text = writeShares(edited);
    expect(text).toBe("voter:12.5,87.5;age:10,20,70");
    expect(parseShares(text!, modifiers)).toEqual({
      edited: new Map([
        ["voter", ["12.5", "87.5"]],
        ["age", ["10", "20", "70"]]
      ]),
      dropped: 0
    });
  });

  it("are left out when none is edited", () => {
    expect(writeShares(new Map())).toBeNull();
    expect(parseShares(undefined, modifiers)).toEqual({edited: new Map(), dropped: 0});
  });

  it.each([
    "nobody:1,2",
    "voter:1",
    "voter:1,2,3",
    "voter:a,b",
    "voter:-1,2",
    "voter:0,0",
    "<script>",
    "voter:,"
  ])("drops and counts %s", (text) => {
    expect(parseShares(text, modifiers)).toEqual({edited: new Map(), dropped: 1});
  });

  it("take a modifier once", () => {
    expect(parseShares("voter:1,2;voter:3,4;age:1,1,1", modifiers)).toMatchObject({dropped: 1});
  });
});

describe("shareText", () => {
  it("has one digit after the point at most", () => {
    expect([25, 33.3333, 0.04, 100].map(shareText)).toEqual(["25", "33.3", "0", "100"]);
  });
});
