import {describe, expect, it} from "vitest";
import {
  bandText,
  intervalsText,
  lensBand,
  lensGroupSentence,
  lensReading,
  levelsText
} from "../../src/components/lens-captions.js";
import {lensMeaning} from "../../src/components/lens-note.js";
import {answerText, lensSentence, whereText} from "../../src/components/lens-words.js";
import {effectsReading} from "../../src/components/readings.js";
import {groupSentence} from "../../src/components/sentence.js";
import {outcome} from "./effect-rows.js";
import {answer, lensAs, rows} from "./lens-table.js";

const options = {outcome};

describe("lensSentence", () => {
  it("says where the average is, its interval's level and kind, and what it contains", () => {
    expect(lensSentence(lensAs("average"), "m", options)).toBe(
      "On average over the 1,200 respondents in these 4 groups, the effect is +20 points, 95% equal-tailed credible interval +11 to +30 (the interval contains uncertainty about the parameters; shares are taken as fixed)."
    );
  });

  it("says that a new group's interval contains the variation between groups", () => {
    expect(lensSentence(lensAs("new"), "m", {...options, interval: 50, group: "scenario"})).toBe(
      "In a new scenario, its characteristics drawn with the sample’s shares, the effect is +20 points, 50% equal-tailed credible interval +15 to +25 (the interval contains uncertainty about the parameters, variation between scenarios, and which characteristics the new one has)."
    );
  });

  it("says so where the model lets nothing vary by the single group", () => {
    expect(lensSentence(lensAs("new", {redrawn: 0}), "m", options)).toMatch(
      /\(no term of this model is a single group’s own, so that the interval contains uncertainty about the parameters and which characteristics the new one has\)\.$/
    );
  });

  it("says how many draws a reweighted population rests on, and their Monte Carlo error", () => {
    expect(lensSentence(lensAs("reweighted", {draws: 1000}), "m", options)).toBe(
      "On average over a population with the shares you set, the effect is +20 points, 95% equal-tailed credible interval +11 to +30 (the interval contains uncertainty about the parameters; shares are taken as fixed; from 1,000 draws of each group, Monte Carlo error of the mean 0.12 percentage points)."
    );
  });

  it("is empty where there is no answer", () => {
    expect(lensSentence(lensAs("groups"), "m", options)).toBe("");
    expect(lensSentence(lensAs("average"), "other", options)).toBe("");
  });

  it("says the mean where that is asked for", () => {
    expect(answerText(answer, {outcome, point: "mean"})).toMatch(/^\+21 points/);
  });

  it("counts one respondent as one", () => {
    expect(whereText("average", {n: 1, groups: 1})).toBe(
      "on average over the 1 respondent in one group"
    );
  });
});

describe("lensReading", () => {
  it("is the groups' reading alone under these groups", () => {
    expect(lensReading(lensAs("groups"), "m", options)).toBe(effectsReading(rows, options));
    const children = {...options, row: ["child", "children"] as const};
    expect(lensSentence(lensAs("average"), "m", children)).toContain("over the 1,200 children in");
  });

  it("adds the answer to the groups' reading", () => {
    expect(lensReading(lensAs("average"), "m", options)).toBe(
      `${effectsReading(rows, options)} ${lensSentence(lensAs("average"), "m", options)}`
    );
  });

  it("reads new groups as such", () => {
    expect(lensReading(lensAs("new"), "m", options)).toMatch(
      /^For a new group like each of these: in none of 4 groups is the 95% interval clear of zero\. .* In a new group, /
    );
  });
});

describe("intervalsText", () => {
  it("is what it was under these groups", () => {
    expect(intervalsText(lensAs("groups"), options)).toBe(
      "Median, 50% (thick) and 95% (thin) equal-tailed intervals."
    );
  });

  it("names level, kind and content under the others", () => {
    expect(intervalsText(lensAs("average"), {...options, interval: 80, point: "mean"})).toBe(
      "Mean, 50% (thick) and 80% (thin) equal-tailed credible intervals of these groups: uncertainty about their parameters. The band is the average with its 80% interval."
    );
    expect(intervalsText(lensAs("new"), {...options, group: "scenario"})).toBe(
      "Median, 50% (thick) and 95% (thin) equal-tailed credible intervals of the effect in a new scenario like each observed one: uncertainty about the parameters and variation between scenarios."
    );
  });
});

describe("levelsText", () => {
  it("says what diamonds and points are", () => {
    expect(levelsText(lensAs("average"), options)).toMatch(
      /^Diamonds: the average effect at each level, weighted by respondents, median with 50% \(thick\) and 95% \(thin\) equal-tailed credible intervals of the uncertainty about parameters; points: the groups’ median effects, sized by n$/
    );
    expect(levelsText(lensAs("reweighted"), options)).toContain("weighted to your shares");
    expect(levelsText(lensAs("new"), options)).toContain("that contain variation between groups");
  });
});

describe("lensGroupSentence", () => {
  it("is the group's own under these groups", () => {
    expect(lensGroupSentence(lensAs("groups"), rows[0], options)).toBe(
      groupSentence(rows[0], options)
    );
  });

  it("adds the average", () => {
    expect(lensGroupSentence(lensAs("average"), rows[0], options)).toBe(
      `${groupSentence(rows[0], options)}; on average over the 1,200 respondents in these 4 groups: +20 percentage points, 95% interval +11 to +30`
    );
  });

  it("is of a new group like it, without the observed one's n", () => {
    const [row] = lensAs("new").rows("m");
    expect(lensGroupSentence(lensAs("new"), row, options)).toBe(
      "A new group like this: Trump, trade: +5 percentage points, 95% interval −52 to +62 (equal-tailed, parameters and variation between groups)"
    );
    expect(lensGroupSentence(lensAs("new"), {...row, rungs: {}}, options)).toContain(
      "not estimable"
    );
  });
});

describe("lensBand", () => {
  it("is explained where it is drawn", () => {
    expect(bandText(lensAs("average"), {interval: 50})).toBe(
      "The band is the average with its 50% interval."
    );
    expect([bandText(lensAs("groups")), bandText(lensAs("new"))]).toEqual(["", ""]);
  });

  it("marks the average, and nothing where there is none", () => {
    expect(lensBand(lensAs("average"), "m")).toEqual({
      label: "sample average",
      estimate: answer.estimate
    });
    expect(lensBand(lensAs("reweighted"), "m")?.label).toBe("your population");
    expect(lensBand(lensAs("groups"), "m")).toBeUndefined();
    expect(lensBand(lensAs("new"), "m")).toBeUndefined();
  });
});

describe("lensMeaning", () => {
  it("says of every lens what its intervals contain", () => {
    for (const kind of ["groups", "average", "new", "reweighted"] as const)
      expect(lensMeaning(kind), kind).toMatch(
        /[Ii]ntervals.*uncertainty about the parameters|variation between groups, which intervals/
      );
  });
});
