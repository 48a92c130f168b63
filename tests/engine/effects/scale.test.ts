import {describe, expect, it} from "vitest";
import {parseScale, scalesOf} from "../../../src/engine/effects/scale.js";
import {InputError} from "../../../src/engine/error.js";

describe("parseScale", () => {
  it("knows two names, and takes the link for none", () => {
    expect([parseScale(), parseScale("link"), parseScale("response")]).toEqual([
      "link",
      "link",
      "response"
    ]);
  });

  it.each([
    ["respons", /^unknown scale: respons; did you mean response\?$/],
    ["", /^unknown scale: ; there are link, response$/],
    ["probability", /^unknown scale: probability; there are link, response$/]
  ])("refuses %j", (name, message) => {
    expect(() => parseScale(name)).toThrow(InputError);
    expect(() => parseScale(name)).toThrow(message);
  });
});

describe("scalesOf", () => {
  it("tells apart the scales of a 0/1 outcome only", () => {
    expect(scalesOf("gaussian")).toEqual(["link"]);
    expect(scalesOf("bernoulli")).toEqual(["link", "response"]);
  });
});
