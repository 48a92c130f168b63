import {describe, expect, it} from "vitest";
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
      "key"
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

  it("tries none on simulated rows, and says that they are", () => {
    expect(card("Simulated.")).toMatchObject({
      stand_in: true,
      stand_in_note: "Simulated.",
      claims: []
    });
  });
});
