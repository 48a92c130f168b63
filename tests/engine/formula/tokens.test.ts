import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {marked, tokenize} from "../../../src/engine/formula/tokens.js";

const texts = (formula: string) => tokenize(formula).map(({text}) => text);
const kinds = (formula: string) => tokenize(formula).map(({kind}) => kind);

describe("tokenize", () => {
  it("tells names, numbers and operators apart, and ends with the end", () => {
    expect(kinds("y~1+x")).toEqual(["name", "operator", "number", "operator", "name", "end"]);
    expect(texts("y~1+x")).toEqual(["y", "~", "1", "+", "x", ""]);
  });

  it("takes || as one operator and | as another", () => {
    expect(texts("a||b|c")).toEqual(["a", "||", "b", "|", "c", ""]);
  });

  it.each(["x", ".x", "x.1", "region_txt", "q2_b", "größe", ".", "..x"])(
    "takes %s as one name",
    (name) => {
      expect(tokenize(name)).toEqual([
        {kind: "name", text: name, at: 0},
        {kind: "end", text: "", at: name.length}
      ]);
    }
  );

  it.each([
    ["0", 0],
    ["12", 12],
    ["2.5", 2.5],
    ["2.", 2],
    [".5", 0.5],
    ["1e3", 1000],
    ["1.5E-2", 0.015]
  ])("takes %s as one number", (text, value) => {
    const [token, end] = tokenize(text);
    expect(token.kind).toBe("number");
    expect(Number(token.text)).toBe(value);
    expect(end.kind).toBe("end");
  });

  it("takes what stands between backquotes as a name, without them", () => {
    expect(tokenize("`my var+` + x")[0]).toEqual({kind: "name", text: "my var+", at: 0});
    expect(texts("`a`*`b c`")).toEqual(["a", "*", "b c", ""]);
  });

  it("says where each token begins, whatever blanks there are", () => {
    const text = "  y ~\n\t1 + `a b`  ";
    for (const {text: piece, at, kind} of tokenize(text))
      if (kind !== "end") expect(text.slice(at).replace("`", "").startsWith(piece)).toBe(true);
    expect(tokenize(text).map(({at}) => at)).toEqual([2, 4, 7, 9, 11, 16]);
  });

  it("gives the same tokens however blanks are spread between them", () => {
    const piece = fc.constantFrom(
      "y",
      "x1",
      "12",
      ".5",
      "||",
      "|",
      "~",
      "(",
      ")",
      "^",
      ":",
      "`a b`"
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, fc.constantFrom(" ", "\n", " \t ")), {maxLength: 12}),
        (list) => {
          const spaced = list.map(([text, blank]) => text + blank).join("");
          expect(texts(spaced).slice(0, -1)).toEqual(
            list.map(([text]) => text.replaceAll("`", ""))
          );
        }
      )
    );
  });

  it.each([
    ["y ~ x ! z", "!", 7],
    ["y ~ 100 % x", "%", 9],
    ["y ~ `x", "`", 5],
    ["y = x", "=", 3],
    ["y ~ _x", "_", 5]
  ])("refuses %s at the character and its position", (text, character, position) => {
    expect(() => tokenize(text)).toThrow(InputError);
    expect(() => tokenize(text)).toThrow(
      `invalid formula: unexpected "${character}" at position ${position}; see the mark in "${text.slice(0, position - 1)}▸`
    );
  });

  it("gives the end alone for nothing", () => {
    expect(tokenize("")).toEqual([{kind: "end", text: "", at: 0}]);
    expect(tokenize("  ")).toEqual([{kind: "end", text: "", at: 0}]);
  });
});

describe("marked", () => {
  it("puts the mark before the character, or at the end", () => {
    expect(marked("y ~ x", 4)).toBe("y ~ ▸x");
    expect(marked("y", 1)).toBe("y▸");
  });
});
