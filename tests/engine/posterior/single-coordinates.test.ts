import {describe} from "vitest";
import {SingleCoordinates} from "../../../src/engine/posterior/single-coordinates.js";
import {assertCoordinateLaws} from "./coordinate-laws.js";

describe("SingleCoordinates", () => {
  assertCoordinateLaws((_, levels, information) => new SingleCoordinates(levels, information), 1);
});
