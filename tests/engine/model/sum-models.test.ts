import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {sumModels} from "../../../src/engine/model/sum-models.js";
import type {Columns} from "../../../src/engine/types.js";

const n = 60;
const data: Columns = {
  y: Float64Array.from({length: n}, (_, i) => Math.sin(i)),
  t: Float64Array.from({length: n}, (_, i) => i % 2),
  x: Float64Array.from({length: n}, (_, i) => Math.cos(3 * i)),
  "x.y": Float64Array.from({length: n}, (_, i) => Math.cos(5 * i)),
  region: Array.from({length: n}, (_, i) => ["South America", "Asia", "Eastern Europe"][i % 3]),
  g: Array.from({length: n}, (_, i) => "abcd"[Math.floor(i / 15)])
};
const spec = {formula: "y ~ x + region + t * (x.y + region) + (1 + t | g)"};

describe("sumModels", () => {
  it("makes texts 0/1 columns that keep the parameters' names", () => {
    const {specs, data: sums} = sumModels([spec], data, ["t", "g"]);
    expect(specs[0].formula).toBe(
      "y ~ x + (regionEasternEurope + regionSouthAmerica) + t * (x.y + (regionEasternEurope + regionSouthAmerica)) + (1 + t | g)"
    );
    const sorted = ({variables}: {variables: readonly string[]}) => [...variables].sort();
    expect(sorted(createModel(specs[0], sums))).toEqual(sorted(createModel(spec, data)));
    expect(sums.averaged).toEqual(["regionEasternEurope", "regionSouthAmerica", "x", "x.y", "y"]);
  });

  it("has the same sums, to the last bit, whatever other models share the cells", () => {
    const small = {formula: "y ~ x + (1 + t | g)"};
    const [alone, together] = [[small], [spec, small]].map((specs) => {
      const {specs: summed, data: sums} = sumModels(specs, data, ["t", "g"]);
      return createModel(summed[summed.length - 1], sums).cells;
    });
    expect(together).toEqual(alone);
  });

  it("leaves specs without texts as they are", () => {
    const own = {formula: "y ~ x + (1 + t | g)", equations: [], treatment: "t"};
    expect(sumModels([own], data, ["t", "g"]).specs[0]).toBe(own);
  });

  it.each([
    [[spec, {formula: "x ~ 1 + (1 | g)"}], "ambiguous outcome: y and x"],
    [[{formula: "y ~ nothing + (1 | g)"}], "unknown column: nothing"]
  ])("refuses %j", (specs, sentence) => {
    expect(() => sumModels(specs, data, ["t", "g"])).toThrow(sentence);
  });
});
