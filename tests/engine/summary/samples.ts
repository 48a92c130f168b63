// The samples of tests/fixtures/summary, with what R says of them.
import {readFixture} from "../../assert.js";

interface Sample {
  values: number[];
  mean: number;
  sd: number;
  bandwidth: number;
  probabilities: number[];
  quantiles: number[];
}

const {samples: written} = readFixture("summary") as {samples: Record<string, Sample>};

/** Name and sample, for `it.each`. */
export const samples = Object.entries(written);
