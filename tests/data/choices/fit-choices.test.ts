import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {
  averageEffects,
  fit,
  runChainsInTurn,
  summarize,
  type Summary
} from "../../../src/engine/index.js";
import {fitChoice, type ChoiceTask} from "../../../src/data/choices/fit-choice.js";
import {fitChoices} from "../../../src/data/choices/fit-choices.js";
import {keepIn} from "../../../src/data/keep/keep.js";
import {smallStudy, trial} from "../../live/small-study.js";

const {card: own, cells, choose} = smallStudy();
// Answers that need no trust here are not fitted three times.
const card = {...own, longest: own.sampler.draws};
const shown = [0, 1].flatMap((a) =>
  [0, 1, 2, 3].map((b) => ({key: `${String(a)}_${String(b)}`, n: 30}))
);
const task = (change = {}): ChoiceTask => ({card, cells, choice: choose(change), shown});

describe("fitChoice", () => {
  it("answers for every published group what a direct fit to the rows answers for the joined one", async () => {
    const draws = 2000;
    const answer = await fitChoice(task({groups: ["b"], draws}));
    const spec = {
      formula: "y ~ t + a + b + x + (1 + t | b)",
      priors: card.spec.priors,
      treatment: "t",
      by: ["b"]
    };
    const direct = await fit(spec, trial(), {...card.sampler, draws}, runChainsInTurn);
    // Rows and sums of rows lead chains apart, so that draws agree as far as chance lets them.
    const expectSame = (one: Summary | undefined, other: Summary): void => {
      if (!one) throw new Error("a group is missing");
      const error = 4 * Math.hypot(one.mcse_mean, other.mcse_mean);
      expect(Math.abs(one.mean - other.mean)).toBeLessThan(error);
      // A quantile so far out is known 2.7 times less well than the mean.
      expect(Math.abs(one["q2.5"] - other["q2.5"])).toBeLessThan(2.7 * error);
    };
    expect(answer.groups).toBe(4);
    shown.forEach(({key}, i) => {
      const own = direct.effects.groups.find((group) => group.key === key.split("_")[1]);
      expectSame(own, answer.effects[i].summary);
      expect(answer.effects[i].p_positive).toBeCloseTo(own?.p_positive ?? NaN, 1);
    });
    if (!direct.effects.draws || !answer.average) throw new Error("no draws");
    const average = averageEffects(direct.effects.draws, [0.25, 0.25, 0.25, 0.25]);
    expectSame(summarize(average, 2, draws), answer.average.summary);
  });

  it("weighs groups by the rows that they were published with", async () => {
    const only = shown.map(({key, n}) => ({key, n: key === "1_2" ? n : 0}));
    const {average, effects} = await fitChoice({...task({draws: 100}), shown: only});
    expect(average?.summary.q50).toBe(effects[6].summary.q50);
  });

  it("is made again with chains as long as the published ones where short ones are not to be trusted", async () => {
    const long = {...card, sampler: {...card.sampler, draws: 2000}};
    const again = await fitChoice({...task({draws: 100}), card: long});
    expect([again.draws, again.unconverged]).toEqual([2000, ""]);
    expect(again).toEqual(await fitChoice({...task(), card: long}));
  });

  it("takes the longest chains where the published ones are not long enough either", async () => {
    const brief = {...card, longest: 2000, sampler: {...card.sampler, draws: 100}};
    const again = await fitChoice({...task({draws: 100}), card: brief});
    expect([again.draws, again.unconverged]).toEqual([2000, ""]);
    expect(again).toEqual(await fitChoice({...task({draws: 2000}), card: brief}));
  });

  it("says why draws are not to be trusted where there are no longer chains", async () => {
    const brief = {...card, longest: 100, sampler: {...card.sampler, draws: 100}};
    const {draws, unconverged} = await fitChoice({...task({draws: 100}), card: brief});
    expect(draws).toBe(100);
    expect(unconverged).toMatch(/ESS|R-hat/);
  });

  it("tells in a sentence what cannot be fitted", async () => {
    const {refused, average, effects} = await fitChoice(task({likelihood: "bernoulli"}));
    expect(refused).toMatch(/^unsupported likelihood: bernoulli; /);
    expect([average, effects]).toEqual([null, []]);
  });
});

describe("fitChoices", () => {
  const folder = mkdtempSync(join(tmpdir(), "choices-"));
  const keep = keepIn({folder});
  const counted = async (tasks: ChoiceTask[], workers = 1) => {
    let counts = [NaN, NaN];
    const answers = await fitChoices(tasks, {
      keep,
      workers,
      told: (made, kept) => (counts = [made, kept])
    });
    return {answers, counts};
  };
  const tasks = [0.5, 1, 2].map((factor) => task({coefficients: {factor}, draws: 100}));

  it("fits each choice once, and what is changed alone", async () => {
    const first = await counted(tasks);
    expect(first.counts).toEqual([3, 0]);
    const again = await counted(tasks);
    expect(again.counts).toEqual([0, 3]);
    expect(again.answers).toEqual(first.answers);
    const changed = await counted([
      ...tasks.slice(1),
      task({coefficients: {factor: 4}, draws: 100})
    ]);
    expect(changed.counts).toEqual([1, 2]);
  });

  it("fits anew what other cells, other cards or other groups ask", async () => {
    const {columns} = cells;
    const moved = {...columns, y: (columns.y as Float64Array).map((y) => y + 1)};
    const others = [
      {...tasks[0], cells: {...cells, columns: moved}},
      {...tasks[0], card: {...card, sampler: {...card.sampler, seed: "another"}}},
      {...tasks[0], shown: shown.slice(1)}
    ];
    expect((await counted(others)).counts).toEqual([3, 0]);
  });

  it("answers the same from threads", async () => {
    const many = [1, 2, 3, 4, 5].map((k) => task({coefficients: {factor: 1 + k / 10}, draws: 100}));
    const {answers} = await counted(many, 2);
    expect(answers).toEqual(await Promise.all(many.map(fitChoice)));
  });
});
