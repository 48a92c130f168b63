import {describe, expect, it} from "vitest";
import {populationColumns, varyingColumns} from "../../../src/engine/design/equation-columns.js";
import {recipe} from "../../../src/engine/design/frame.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";

const data = {
  x: Float64Array.of(1, 2, 3),
  t: Float64Array.of(0, 1, 2),
  u: Float64Array.of(5, 7, 9),
  g: ["a", "b", "a"]
};

function equationOf(formula: string, equation: string) {
  const [read] = parseFormula(formula, [equation]).equations;
  const atoms = [...read.terms, ...read.groups.flatMap(({terms}) => terms)].flat();
  return {read, recipes: Object.fromEntries(atoms.map((a) => [a.name, recipe(a, data)]))};
}

describe("populationColumns", () => {
  it.each([
    ["y ~ a", [1, 1, 1], [1, 2, 3]],
    ["y ~ -a", [-1, -1, -1], [-1, -2, -3]],
    ["y ~ a * t", [0, 1, 2], [0, 2, 6]],
    ["y ~ -(a * t * (u - 4))", [0, -3, -10], [0, -6, -30]]
  ])("of %s are its terms times what it multiplies", (formula, constant, slope) => {
    const {read, recipes} = equationOf(formula, "a ~ x");
    const {names, columns} = populationColumns(read, recipes, data);
    expect(names).toEqual(["Intercept", "x"]);
    // Adding 0 makes the -0 of a negated 0 the 0 that it equals.
    expect(columns.map((column) => Array.from(column, (v) => v + 0))).toEqual([constant, slope]);
  });

  it("have no constant where the equation has none", () => {
    const {read, recipes} = equationOf("y ~ a * t", "a ~ 0 + x");
    expect(populationColumns(read, recipes, data)).toEqual({
      names: ["x"],
      columns: [Float64Array.of(0, 2, 6)]
    });
  });
});

describe("varyingColumns", () => {
  it("are multiplied too, and have their own constant", () => {
    const {read, recipes} = equationOf("y ~ a * t", "a ~ 0 + x + (1 + u | g)");
    expect(varyingColumns(read, read.groups[0], recipes, data)).toEqual({
      names: ["Intercept", "u"],
      columns: [Float64Array.of(0, 1, 2), Float64Array.of(0, 7, 18)]
    });
  });
});
