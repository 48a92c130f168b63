import {describe} from "vitest";
import {LevelCoordinates} from "../../../src/engine/posterior/level-coordinates.js";
import {assertCoordinateLaws} from "./coordinate-laws.js";

describe("LevelCoordinates", () => {
  for (const k of [1, 2, 3, 4])
    assertCoordinateLaws(
      (own, levels, information) => new LevelCoordinates(own, levels, information),
      k
    );
});
