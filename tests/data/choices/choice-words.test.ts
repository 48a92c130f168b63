import {expect, it} from "vitest";
import {choiceWords} from "../../../src/data/choices/choice-words.js";
import {smallStudy} from "../../live/small-study.js";

const {card, choose} = smallStudy();

it("says which characteristics make groups", () => {
  const groups = (...kept: string[]) => choiceWords(card, choose({groups: kept}), false).groups;
  expect(groups("a", "b")).toBe("all characteristics");
  expect(groups("b")).toBe("Rank only");
  const three = {...card, groups: {...card.groups, modifiers: ["a", "b", "c"]}};
  expect(choiceWords(three, choose({groups: ["a", "c"]}), false).groups).toBe("without Rank");
  const one = {...card, groups: {...card.groups, modifiers: ["a"]}};
  expect(choiceWords(one, choose({groups: ["a"]}), false).groups).toBe("Side");
});

it("says how priors are changed", () => {
  const spread = (family: string | null, factor: number) =>
    choiceWords(card, choose({spread: {family, factor}}), false).spread;
  expect(spread(null, 1)).toBe("as on this page");
  expect(spread(null, 0.25)).toBe("a quarter as wide");
  expect(spread(null, 2)).toBe("twice as wide");
  expect(spread(null, 4)).toBe("4 times as wide");
  expect(spread("cauchy", 1)).toBe("half-Cauchy");
  const half = choose({coefficients: {factor: 0.5}});
  expect(choiceWords(card, half, false).coefficients).toBe("half as wide");
});

it("calls a normal likelihood a linear probability only where the outcome is 0 or 1", () => {
  expect(choiceWords(card, choose(), false).likelihood).toBe("normal");
  expect(choiceWords(card, choose(), true).likelihood).toBe("normal (linear probability)");
});
