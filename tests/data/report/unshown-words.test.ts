import {describe, expect, it} from "vitest";
import {unshownWords} from "../../../src/data/report/unshown-words.js";
import type {FittedModel} from "../../../src/data/study.js";
import {fitTiny, tinyStudy} from "./tiny-study.js";

const {modifiers} = tinyStudy;
const study = {
  ...tinyStudy,
  modifiers: {
    ...modifiers,
    b: {...modifiers.b, levels: [...modifiers.b.levels, [3, "Top"] as const]}
  }
};

describe("unshownWords", () => {
  it("describes the untreated group that advice names, by its key", async () => {
    const [all, treated] = await fitTiny();
    expect(treated.fit.advice.map(({message}) => message).join()).toContain("`a 1 b 3`");
    expect(unshownWords(study, treated)).toEqual({"1_3": "Yes and Top"});
    // Shown, it is described where it is shown.
    expect(unshownWords(study, all)).toEqual({});
  });

  it("has no words for a group that no advice names, or whose rows differ", async () => {
    const [, treated] = await fitTiny();
    const silent: FittedModel = {...treated, fit: {...treated.fit, advice: []}};
    expect(unshownWords(study, silent)).toEqual({});
    const mixed: FittedModel = {
      ...treated,
      model: {...treated.model, describedBy: ["a", "t", "y"]}
    };
    expect(unshownWords(study, mixed)).toEqual({});
  });
});
