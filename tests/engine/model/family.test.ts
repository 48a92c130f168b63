import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {parseFamily} from "../../../src/engine/model/family.js";

describe("parseFamily", () => {
  it.each(["gaussian", "bernoulli"])("knows %s", (name) => {
    expect(parseFamily(name)).toBe(name);
  });

  it.each([
    ["bernouli", "unsupported family: bernouli; did you mean bernoulli?"],
    ["poisson", "unsupported family: poisson; there are gaussian, bernoulli"],
    ["", "unsupported family: ; there are"]
  ])("refuses %j in one sentence with the families that there are", (name, message) => {
    expect(() => parseFamily(name)).toThrow(InputError);
    expect(() => parseFamily(name)).toThrow(message);
  });
});
