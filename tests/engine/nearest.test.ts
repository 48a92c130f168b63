import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {nearest, suggestion} from "../../src/engine/nearest.js";

const names = ["alliance", "regime", "region_txt", "stakes", "white"];

describe("nearest", () => {
  it.each([
    ["allience", "alliance"],
    ["ALLIANCE", "alliance"],
    ["region", "regime"],
    ["whit", "white"],
    ["stkes", "stakes"]
  ])("takes %s for %s", (wrong, right) => {
    expect(nearest(wrong, names)).toBe(right);
  });

  it("is silent when nothing is near, or nothing is there", () => {
    expect(nearest("income", names)).toBeNull();
    expect(nearest("x", [])).toBeNull();
  });

  it("finds a name that is there itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(nearest(name, names)).toBe(name);
      })
    );
  });

  it("finds a long name with one letter left out, doubled or changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat({max: 4}),
        fc.constantFrom("drop", "double", "change"),
        (name, at, how) => {
          const letter = {drop: "", double: name[at] + name[at], change: "#"}[how];
          expect(nearest(name.slice(0, at) + letter + name.slice(at + 1), names)).toBe(name);
        }
      )
    );
  });

  it("prefers the first of equally near ones", () => {
    expect(nearest("ab", ["ax", "xb"])).toBe("ax");
  });
});

describe("suggestion", () => {
  it("asks for the nearest, or lists what there is", () => {
    expect(suggestion("whte", names)).toBe("did you mean white?");
    expect(suggestion("income", ["a1", "b2"])).toBe("there are a1, b2");
    expect(suggestion("income", ["a1"])).toBe("there is a1");
  });

  it("lists a dozen at most", () => {
    const many = Array.from({length: 20}, (_, i) => `column${i}`);
    expect(suggestion("zz", many)).toBe(`there are ${many.slice(0, 12).join(", ")}, …`);
  });
});
