import {describe, expect, it} from "vitest";
import {studies} from "../../../src/data/studies/index.js";
import {toColumns} from "../../../src/data/table.js";
import {createModel, olsEffects} from "../../../src/engine/index.js";
import {hasRealData, recodeRealData, recodeStandIn} from "./real-data.js";

const samples = studies.flatMap((study) => {
  const standIn = {study, data: "STAND-IN", recode: recodeStandIn};
  return hasRealData(study.source)
    ? [standIn, {study, data: "REAL data", recode: recodeRealData}]
    : [standIn];
});

describe.each(samples)("the study $study.id on the $data", ({study, recode}) => {
  const columns = toColumns(recode(study.source, study.recodes, study.standIn).table);

  it("joins every model with the data, and draws curves of parameters that are there", () => {
    for (const {id, spec, curves} of study.models) {
      const {variables, design} = createModel(spec, columns);
      expect({id, dropped: design.rows.dropped}).toEqual({id, dropped: 0});
      expect({id, unknown: curves.parameters.filter((name) => !variables.includes(name))}).toEqual({
        id,
        unknown: []
      });
    }
  });

  it("has words for every level of every modifier that describes groups", () => {
    const described = study.models.flatMap(({describedBy, spec}) => describedBy ?? spec.by);
    for (const name of new Set(described)) {
      const known = study.modifiers[name].levels.map(([code]) => String(code));
      const found = [...new Set(Array.from(columns[name], String))];
      expect({name, unknown: found.filter((code) => !known.includes(code))}).toEqual({
        name,
        unknown: []
      });
    }
  });

  it("describes groups by columns that are constant within them", () => {
    for (const {id, spec, describedBy = spec.by, onlyArm} of study.models) {
      const seen = new Map<string, string>();
      for (let i = 0; i < columns[spec.treatment].length; ++i) {
        if (onlyArm === "treated" && columns[spec.treatment][i] !== 1) continue;
        const key = spec.by.map((name) => String(columns[name][i])).join("_");
        const levels = describedBy.map((name) => String(columns[name][i])).join("_");
        expect({id, key, levels: seen.get(key) ?? levels}).toEqual({id, key, levels});
        seen.set(key, levels);
      }
    }
  });

  it("finds a least-squares effect for every group that has both arms", () => {
    for (const {ols = {}, spec} of study.models) {
      for (const {formula, errors} of Object.values(ols)) {
        const {treatment, by} = spec;
        const effects = olsEffects(columns, {formula, errors, treatment, by});
        const undefinedCells = effects.filter(({group, contrast}) => {
          return group.n_treated > 0 && group.n_control > 0 && Number.isNaN(contrast.estimate);
        });
        expect({formula, cells: undefinedCells.map(({group}) => group.key)}).toEqual({
          formula,
          cells: []
        });
      }
    }
  });

  it("tells groups apart in words", () => {
    const words = Object.fromEntries(
      Object.entries(study.modifiers).map(([name, {levels}]) => [name, levels[0][1]])
    );
    for (const {spec, describedBy = spec.by} of study.models) {
      const first = Object.fromEntries(describedBy.map((name) => [name, words[name]]));
      const text = study.describe(first);
      expect(text).not.toMatch(/undefined|^,|, ,/);
      for (const name of describedBy) {
        const other = study.modifiers[name].levels[1][1];
        expect(study.describe({...first, [name]: other})).not.toBe(text);
      }
    }
  });
});

describe("studies", () => {
  it("have models, and modifiers, each by a name of its own", () => {
    for (const {models} of studies) {
      const ids = models.map(({id}) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(0);
    }
  });
});
