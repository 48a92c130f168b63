import {describe, expect, it} from "vitest";
import {
  cellMasses,
  cornerMean,
  marginalMasses,
  type Lines
} from "../../../src/engine/exact/grid-masses.js";

// x + 2 y is its own bilinear interpolation; its integral over a box is the value at the centre
// times the area.
const lines: Lines = [
  [0, 1, 3],
  [0, 2, 3, 7]
];
const plane = lines[0].map((x) => lines[1].map((y) => x + 2 * y));

describe("the masses of a grid", () => {
  it("are a linear density's integrals, cell by cell", () => {
    expect([...cellMasses(lines, plane)]).toEqual([5, 5.5, 42, 16, 14, 96]);
  });

  it("add up to the same total along either axis", () => {
    const masses = cellMasses(lines, plane);
    expect([...marginalMasses(lines, masses, 0)]).toEqual([52.5, 126]);
    expect([...marginalMasses(lines, masses, 1)]).toEqual([21, 19.5, 138]);
  });

  it("are areas under a line when there is one coordinate", () => {
    const one: Lines = [[0, 1, 3], [0]];
    const line = [[2], [4], [0]];
    expect([...cellMasses(one, line)]).toEqual([3, 4]);
    expect([...marginalMasses(one, cellMasses(one, line), 0)]).toEqual([3, 4]);
    expect(cornerMean(line, 0, 0)).toBe(3);
  });
});
