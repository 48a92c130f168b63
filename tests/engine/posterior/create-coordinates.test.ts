import {describe, it} from "vitest";
import {createCoordinates} from "../../../src/engine/posterior/create-coordinates.js";
import {LevelCoordinates} from "../../../src/engine/posterior/level-coordinates.js";
import {expectClose} from "../../assert.js";
import {someInformation, someScale} from "./coordinate-laws.js";

describe("createCoordinates", () => {
  it.each([1, 2, 3])("makes, for %i coefficients, the same coordinates as the general way", (k) => {
    const information = someInformation(k, 7);
    const u = Float64Array.from({length: 7 * k}, (_, i) => Math.cos(3 * i));
    const [general, chosen] = [
      new LevelCoordinates(k, 7, information),
      createCoordinates(k, 7, information)
    ].map((own) => {
      own.pull.set(u.map((x) => 1 - x));
      const values = new Float64Array(7 * k);
      return [own.set(u, 0, someScale(k), values), ...values];
    });
    expectClose(chosen, general, {relative: 1e-12, absolute: 1e-12});
  });
});
