import {describe, expect, it} from "vitest";
import type {StudyCard} from "../../../src/components/study-types.js";
import {brmsCode} from "../../../src/data/report/brms-code.js";
import {fitCommand} from "../../../src/data/report/fit-command.js";
import {studyCard} from "../../../src/data/report/study-card.js";
import {sideTakingSource} from "../../../src/data/sources.js";
import type {StudyDefinition} from "../../../src/data/study.js";
import {fromColumns} from "../../../src/data/table.js";
import {fitTiny, tinyColumns, tinyStudy} from "./tiny-study.js";

const study: StudyDefinition = {
  ...tinyStudy,
  source: sideTakingSource,
  recodes: [],
  claims: [
    {
      ...{claim: "A claim.", where: "A test", topic: "effect"},
      test: ({fits, columns}) => ({
        verdict: "weakened",
        published: [...fits.keys()].join(),
        corrected: `${columns.y.length} rows`
      })
    }
  ]
};

describe("studyCard", async () => {
  const fitted = await fitTiny();
  const card = (standIn: string) =>
    studyCard(
      study,
      {table: fromColumns(tinyColumns), records: [], standIn},
      tinyColumns,
      fitted,
      fitted.map(() => ({})),
      {key: "key", node: process.versions.node}
    );

  it("tries claims on the fits and the rows", () => {
    expect(card("")).toMatchObject({
      stand_in: false,
      claims: [
        {
          ...{claim: "A claim.", where: "A test", topic: "effect", verdict: "weakened"},
          ...{published: "slopes,equations,constant", corrected: `${tinyColumns.y.length} rows`}
        }
      ]
    });
  });

  it("carries each model's code for other programs, and its source in parts", () => {
    const {models, source} = card("") as unknown as Pick<StudyCard, "models" | "source">;
    expect(models.map(({code}) => code)).toEqual(
      fitted.map((one) => ({brms: brmsCode(one, study), poolhouse: fitCommand(one, study)}))
    );
    expect(source.reference).toEqual(sideTakingSource.reference);
  });

  it("tries none on simulated rows, and says that they are", () => {
    expect(card("Simulated.")).toMatchObject({
      stand_in: true,
      stand_in_note: "Simulated.",
      claims: []
    });
  });
});
