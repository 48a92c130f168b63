import {describe, expect, it} from "vitest";
import {fit} from "../../src/engine/fit.js";
import {runChainsInTurn} from "../../src/engine/run-chains.js";
import {
  schoolDifferences,
  schoolOptions,
  schoolPosteriors,
  schools,
  schoolsFormula
} from "./eight-schools.js";
import {MOST_Z} from "./reference.js";

const methods = ["exact", "nuts"] as const;

describe.each(methods)("eight schools by %s", (method) => {
  it.each(schoolPosteriors)("has the exact posterior under $priors", async (known) => {
    const spec = {formula: schoolsFormula, priors: known.priors};
    const fitted = await fit(spec, schools, {...schoolOptions, method}, runChainsInTurn);
    const rows = schoolDifferences(fitted, known);
    expect(rows).toHaveLength(10);
    expect(rows.filter(({z}) => !(Math.abs(z) <= MOST_Z))).toEqual([]);
    expect(rows.filter(({ratio, allowed}) => !(Math.abs(ratio - 1) <= allowed))).toEqual([]);
  });
});
