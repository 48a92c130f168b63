import {describe, expect, it} from "vitest";
import {readFit} from "../../src/components/fit-tables.js";
import {toArrow} from "../../src/data/arrow.js";
import {chainsTables} from "../../src/data/report/chains-tables.js";
import {convergenceTable, judgedRows} from "../../src/data/report/convergence-table.js";
import {priorsTables} from "../../src/data/report/priors-table.js";
import type {StudyDefinition} from "../../src/data/study.js";
import type {Columns} from "../../src/engine/index.js";
import {fitTiny, tinyStudy} from "../data/report/tiny-study.js";

const study = tinyStudy as StudyDefinition;

describe("readFit", async () => {
  const fitted = await fitTiny();
  const bytes = (table: Columns): ArrayBuffer => toArrow(table).slice().buffer;
  const {traces, ranks, energy} = chainsTables(study, fitted);
  const {priors, curves} = priorsTables(study, fitted);
  const files = {
    ...{traces: bytes(traces), ranks: bytes(ranks), energy: bytes(energy)},
    ...{priors: bytes(priors), curves: bytes(curves)},
    convergence: bytes(convergenceTable(study, fitted))
  };

  it("reads back the chains of each stored variable, every draw of the run in its bins", () => {
    const {variables} = readFit(files, "equations");
    const sigma = variables.find(({variable}) => variable === "sigma")!;
    expect(sigma.label).toBe("Residual standard deviation");
    expect(sigma.chains.map(({chain}) => chain)).toEqual([1, 2, 3]);
    for (const {counts, values, iterations} of sigma.chains) {
      expect(counts.reduce((a, b) => a + b)).toBe(260);
      expect([values.length, iterations.length]).toEqual([100, 100]);
    }
  });
  it("reads the rows of one model alone", () => {
    const {judged, priors: rows} = readFit(files, "slopes");
    const own = judgedRows(study, fitted[0]);
    expect(judged.map(({variable}) => variable)).toEqual(own.map(({variable}) => variable));
    expect(rows.map(({prior}) => prior)).toEqual(
      fitted[0].fit.model.priors.table.map(({prior}) => prior)
    );
    expect(rows.every(({posteriorLine}) => posteriorLine.x.length > 20)).toBe(true);
  });
  it("has no energy where draws have none, and nothing of a model that is not there", () => {
    expect(readFit(files, "constant").energy).toBeNull();
    expect(readFit(files, "elsewhere")).toEqual({
      ...{variables: [], energy: null, judged: [], priors: []}
    });
  });
});
