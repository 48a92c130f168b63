import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it, vi} from "vitest";
import {choicesTables, questionsOf} from "../../../src/data/choices/choices-tables.js";
import {keepIn} from "../../../src/data/keep/keep.js";
import {rememberNothing} from "../../../src/data/keep/remember.js";
import {liveCard} from "../../../src/data/report/live-card.js";
import {tableWords} from "../../../src/data/report/dictionary-words.js";
import type {ReportTable} from "../../../src/data/report/page-tables.js";
import type {FittedModel, StudyDefinition, StudyModel} from "../../../src/data/study.js";
import {fit, runChainsInTurn, sumModels} from "../../../src/engine/index.js";
import {trial} from "../../live/small-study.js";

const model: StudyModel = {
  id: "only",
  title: "Only",
  status: "declared",
  origin: "Here.",
  spec: {
    formula: "won ~ t + a + b + (1 + t | a*b)",
    priors: ["b: normal(0, 1)"],
    treatment: "t",
    by: ["a", "b"]
  },
  curves: {parameters: [], effects: false},
  live: {cells: "trial", groups: {kind: "crossed", modifiers: ["a", "b"]}},
  sampler: {chains: 2, warmup: 100, draws: 100, seed: "choices"}
};

const level = (...labels: string[]) => labels.map((label, k) => [k, label] as const);

const study = {
  id: "trial",
  modifiers: {
    a: {label: "Side", levels: level("left", "right")},
    b: {label: "Rank", levels: level("first", "second", "third", "fourth")}
  },
  models: [model]
} as unknown as StudyDefinition;

async function fitted(model: StudyModel): Promise<FittedModel> {
  const {specs, data} = sumModels([model.spec], trial(), ["a", "b", "t"]);
  const one = await fit(specs[0], data, model.sampler ?? {}, runChainsInTurn);
  const summed = {spec: specs[0], data};
  return {model, fit: one, columns: data.columns, summed, key: "k", remember: rememberNothing};
}

describe("questionsOf", () => {
  const models = [model, {...model, id: "other"}, {...model, id: "rows"}];
  const refittable = new Set(["only", "other"]);
  it("are the models that a page can refit, each alone, unless declared", () => {
    expect(questionsOf({models}, refittable)).toEqual([["only"], ["other"]]);
    const sameQuestion = [["only", "other"]];
    expect(questionsOf({models, sameQuestion}, refittable)).toEqual(sameQuestion);
  });
  it("refuse a model that cannot be refitted", () => {
    expect(() => questionsOf({models, sameQuestion: [["rows"]]}, refittable)).toThrow(
      "unknown model: rows in sameQuestion; name models that have cells and live groups"
    );
  });
});

describe("choicesTables", () => {
  let one: FittedModel;
  let tables: ReportTable[];
  const column = (table: number, name: string): unknown[] =>
    Array.from(tables[table].table[name] as ArrayLike<unknown>);

  beforeAll(async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    one = await fitted(model);
    const keep = keepIn({folder: mkdtempSync(join(tmpdir(), "choices-tables-"))});
    tables = await choicesTables(study, [one], keep, 40);
    vi.restoreAllMocks();
  }, 120_000);

  it("hold a row a fit, and a row for every group under every fit", () => {
    expect(tables.map(({name}) => name)).toEqual(["choices", "choice-effects"]);
    const fits = column(0, "fit");
    // Three groupings, five other priors on spread and two on coefficients, one at a time; crossed for the published
    // likelihood, single for the other.
    const [groupings, priors] = [3, 1 + 5 + 2];
    const count = groupings * priors + groupings + priors - 1;
    expect(fits).toEqual(Array.from({length: count}, (_, i) => i + 1));
    const made = column(0, "refused").filter((refused) => refused === null).length;
    expect(column(1, "fit")).toHaveLength(made * 8);
  });

  it("give for the published choice the published numbers", () => {
    const groups = one.fit.effects.groups;
    expect(column(0, "published").map(Number)).toEqual([1, ...Array<number>(33).fill(0)]);
    expect(column(1, "median").slice(0, 8)).toEqual(groups.map(({q50}) => q50));
    expect(column(1, "lower95").slice(0, 8)).toEqual(groups.map((group) => group["q2.5"]));
    expect(column(1, "p_positive").slice(0, 8)).toEqual(groups.map((group) => group.p_positive));
    expect(column(1, "group").slice(0, 8)).toEqual(groups.map(({key}) => key));
  });

  it("give joined groups one effect", () => {
    const at = column(0, "groups").indexOf("Side only");
    const own = column(1, "fit").flatMap((fit, i) =>
      fit === at + 1 ? [[column(1, "group")[i], column(1, "median")[i]] as const] : []
    );
    const medians = (side: string) =>
      new Set(own.filter(([group]) => String(group).startsWith(side)).map(([, median]) => median));
    expect([medians("0_").size, medians("1_").size]).toEqual([1, 1]);
    expect([...medians("0_")]).not.toEqual([...medians("1_")]);
    expect(column(0, "n_groups")[at]).toBe(2);
  });

  it("hold effects of both likelihoods as differences in probability", () => {
    const likelihood = column(0, "likelihood");
    const average = column(0, "average.median") as number[];
    const of = (name: string) => average.filter((_, i) => likelihood[i] === name);
    expect(of("bernoulli")).toHaveLength(10);
    for (const median of [...of("gaussian"), ...of("bernoulli")])
      expect(Math.abs(median - average[0])).toBeLessThan(0.1);
  });

  it("have words for every column", () => {
    for (const {name, table} of tables)
      for (const own of Object.keys(table)) {
        const words = tableWords[name];
        expect(words?.columns[own] ?? words?.estimates?.[own.split(".")[0]], own).toBeDefined();
      }
  });

  it("change the priors alone where the study asks for NUTS, and sample as it does", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const nuts: StudyModel = {...model, sampler: {...model.sampler, method: "nuts"}};
    const own = await fitted(nuts);
    expect(liveCard(own, study)).toMatchObject({sampler: {method: "nuts"}});
    const keep = keepIn({folder: mkdtempSync(join(tmpdir(), "choices-tables-"))});
    const [choices] = await choicesTables(study, [own], keep, 40);
    expect(choices.table.fit).toHaveLength(5);
    vi.restoreAllMocks();
  });

  it("are none where no model can be refitted", async () => {
    const rows = {...one, summed: null};
    const nothing = {read: () => undefined, write: () => undefined};
    expect(await choicesTables(study, [rows], nothing)).toEqual([]);
  });
});
