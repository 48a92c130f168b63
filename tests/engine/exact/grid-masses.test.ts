import {describe, expect, it} from "vitest";
import {cellMasses, marginalMasses} from "../../../src/engine/exact/grid-masses.js";

// x + 2 y is its own bilinear interpolation; its integral over a box is the value at the centre
// times the area.
const lines = [Float64Array.of(0, 1, 3), Float64Array.of(0, 2, 3, 7)];
const plane = Float64Array.from([...lines[0]].flatMap((x) => [...lines[1]].map((y) => x + 2 * y)));

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
    const one = [Float64Array.of(0, 1, 3)];
    const line = Float64Array.of(2, 4, 0);
    expect([...cellMasses(one, line)]).toEqual([3, 4]);
    expect([...marginalMasses(one, cellMasses(one, line), 0)]).toEqual([3, 4]);
  });

  it("are volumes of boxes when there are three", () => {
    const three = [...lines, Float64Array.of(1, 2, 6)];
    // x + 2 y, whatever z.
    const nodes = Float64Array.from([...plane].flatMap((value) => [value, value, value]));
    const masses = cellMasses(three, nodes);
    expect([...masses].filter((_, cell) => cell % 2 === 0)).toEqual([5, 5.5, 42, 16, 14, 96]);
    expect([...marginalMasses(three, masses, 2)]).toEqual([178.5, 4 * 178.5]);
    expect([...marginalMasses(three, masses, 1)]).toEqual([105, 97.5, 690]);
  });
});
