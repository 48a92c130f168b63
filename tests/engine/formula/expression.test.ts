import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {
  expressionText,
  namesIn,
  parseExpression,
  type Expression
} from "../../../src/engine/formula/expression.js";

/** The tree with every operation in parentheses. */
function shape(tree: Expression): string {
  switch (tree.kind) {
    case "binary":
      return `(${shape(tree.left)}${tree.operator}${shape(tree.right)})`;
    case "minus":
      return `(-${shape(tree.operand)})`;
    case "call":
      return `${tree.name}${shape(tree.argument)}`;
    default:
      return expressionText(tree);
  }
}

describe("parseExpression", () => {
  it.each([
    ["a + b * c", "(a+(b*c))"],
    ["a * b:c", "(a*(b:c))"],
    ["a:b^2", "(a:(b^2))"],
    ["a - b - c", "((a-b)-c)"],
    ["a / b / c", "((a/b)/c)"],
    ["a ^ b ^ c", "(a^(b^c))"],
    ["a + b | c", "((a+b)|c)"],
    ["a || b * c", "(a||(b*c))"],
    ["y ~ a + b", "(y~(a+b))"],
    ["-a + b", "((-a)+b)"],
    ["-a * b", "(-(a*b))"],
    ["-a^2", "(-(a^2))"],
    ["+a - b", "(a-b)"],
    ["(a + b) * c", "((a+b)*c)"],
    ["a + (1 + t | g)", "(a+((1+t)|g))"]
  ])("reads %s with R's precedence", (text, tree) => {
    expect(shape(parseExpression(text))).toBe(tree);
  });

  it("keeps functions with their argument", () => {
    expect(parseExpression("I(x^2)")).toMatchObject({
      kind: "call",
      name: "I",
      argument: {kind: "binary", operator: "^"}
    });
  });

  it("notes where every node stands", () => {
    expect(parseExpression("ab + c")).toMatchObject({at: 3, left: {at: 0}, right: {at: 5}});
  });

  it.each([
    ["y ~", 'expected a name, a number or "(", found the end at position 4'],
    ["y ~ x +", 'expected a name, a number or "(", found the end at position 8'],
    ["y ~ + * x", 'expected a name, a number or "(", found "*" at position 7'],
    ["y ~ (x + z", 'expected ")", found the end at position 11'],
    ["y ~ x)", 'expected an operator or the end, found ")" at position 6'],
    ["y ~ x z", 'expected an operator or the end, found "z" at position 7'],
    ["y ~ f(x, z)", 'expected ")", found "," at position 8'],
    ["y ~ ()", 'expected a name, a number or "(", found ")" at position 6']
  ])("refuses %s and says what it expected, and where", (text, message) => {
    expect(() => parseExpression(text)).toThrow(InputError);
    expect(() => parseExpression(text)).toThrow(message);
  });
});

const atom = fc.constantFrom("a", "b", "x.1", "2");
const formula = fc.letrec<{sum: string}>((tie) => ({
  sum: fc.oneof(
    {depthSize: "small"},
    atom,
    fc
      .tuple(tie("sum"), fc.constantFrom("+", "-", "*", "/", ":", "^", "|"), tie("sum"))
      .map(([left, operator, right]) => `(${left})${operator}(${right})`),
    tie("sum").map((inner) => `I(${inner})`),
    tie("sum").map((inner) => `(-(${inner}))`)
  )
})).sum;

describe("expressionText", () => {
  it("is read again as the same tree", () => {
    fc.assert(
      fc.property(formula, (text) => {
        const tree = parseExpression(text);
        expect(shape(parseExpression(expressionText(tree)))).toBe(shape(tree));
      })
    );
  });

  it("does not depend on blanks or spare parentheses", () => {
    expect(expressionText(parseExpression(" I( (x) ^2 )"))).toBe(
      expressionText(parseExpression("I(x^2)"))
    );
  });
});

describe("namesIn", () => {
  it("lists columns once, in order, without functions", () => {
    expect(namesIn(parseExpression("b * I(a + b^2) - scale2(c) + 3"))).toEqual(["b", "a", "c"]);
    expect(namesIn(parseExpression("1 + 2"))).toEqual([]);
  });
});
