import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {defaultSamplerOptions, resolveOptions} from "../../../src/engine/sampler/options.js";

describe("resolveOptions", () => {
  it("fills in Stan's defaults", () => {
    expect(resolveOptions()).toEqual(defaultSamplerOptions);
    expect(defaultSamplerOptions).toMatchObject({
      chains: 4,
      warmup: 1000,
      draws: 1000,
      targetAcceptance: 0.8,
      maxTreeDepth: 10
    });
  });

  it("keeps what is given", () => {
    const given = {
      chains: 2,
      warmup: 0,
      draws: 4,
      seed: "s",
      targetAcceptance: 0.99,
      maxTreeDepth: 12
    };
    expect(resolveOptions(given)).toMatchObject(given);
  });

  it.each([
    [{chains: 0}, "invalid number of chains: 0; must be a whole number from 1 to 64"],
    [{chains: 2.5}, "invalid number of chains: 2.5"],
    [{warmup: -1}, "invalid warm-up: -1"],
    [{draws: 3}, "invalid number of draws: 3; must be a whole number from 4"],
    [{draws: NaN}, "invalid number of draws: NaN"],
    [{maxTreeDepth: 21}, "invalid greatest tree depth: 21"],
    [{targetAcceptance: 1}, "invalid target acceptance: 1; must lie between 0 and 1"],
    [{targetAcceptance: 0}, "invalid target acceptance: 0"]
  ])("refuses %j", (given, message) => {
    expect(() => resolveOptions(given)).toThrow(InputError);
    expect(() => resolveOptions(given)).toThrow(message);
  });
});
