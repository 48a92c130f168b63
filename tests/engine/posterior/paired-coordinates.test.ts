import {describe} from "vitest";
import {PairedCoordinates} from "../../../src/engine/posterior/paired-coordinates.js";
import {assertCoordinateLaws} from "./coordinate-laws.js";

describe("PairedCoordinates", () => {
  assertCoordinateLaws((_, levels, information) => new PairedCoordinates(levels, information), 2);
});
