// Tokens to a tree, with R's precedence of operators.
import {error} from "../error.js";
import {marked, tokenize, type Token} from "./tokens.js";

/** An operator between two expressions. */
export type Operator = "+" | "-" | "*" | "/" | ":" | "^" | "|" | "||" | "~";

/** A node of the tree that a formula's text stands for; `at` is its offset in the text. */
export type Expression =
  | {readonly kind: "name"; readonly name: string; readonly at: number}
  | {readonly kind: "number"; readonly value: number; readonly at: number}
  | {
      readonly kind: "call";
      readonly name: string;
      readonly argument: Expression;
      readonly at: number;
    }
  | {readonly kind: "minus"; readonly operand: Expression; readonly at: number}
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

// From loosest to tightest, as in R; ":" binds tighter than "*", "^" tightest of all.
const levels: readonly (readonly Operator[])[] = [
  ["~"],
  ["|", "||"],
  ["+", "-"],
  ["*", "/"],
  [":"],
  ["^"]
];

/**
 * Parses a formula or a part of one. Raises an InputError that shows the position when the text
 * does not parse.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokenize(text);
  const parser = new Parser(text, tokens);
  const tree = parser.level(0);
  const rest = parser.peek();
  if (rest.kind !== "end") parser.fail(rest, "an operator or the end");
  return tree;
}

class Parser {
  private next = 0;
  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[]
  ) {}

  peek(): Token {
    return this.tokens[this.next];
  }

  fail(token: Token, wanted: string): never {
    const found = token.kind === "end" ? "the end" : `"${token.text}"`;
    error(
      `invalid formula: expected ${wanted}, found ${found} at position ${token.at + 1}; see the mark in "${marked(this.text, token.at)}"`
    );
  }

  level(depth: number): Expression {
    if (depth === levels.length) return this.atom();
    if (depth === 2 && this.isOperator("-", "+")) {
      const sign = this.tokens[this.next++];
      const operand = this.level(3);
      const first: Expression = sign.text === "-" ? {kind: "minus", operand, at: sign.at} : operand;
      return this.rest(depth, first);
    }
    return this.rest(depth, this.level(depth + 1));
  }

  private rest(depth: number, first: Expression): Expression {
    let left = first;
    while (this.isOperator(...levels[depth])) {
      const {text, at} = this.tokens[this.next++];
      // Powers alone group from the right.
      const right = this.level(text === "^" ? depth : depth + 1);
      left = {kind: "binary", operator: text as Operator, left, right, at};
    }
    return left;
  }

  private isOperator(...texts: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === "operator" && texts.includes(token.text);
  }

  private atom(): Expression {
    const token = this.peek();
    if (token.kind === "number") {
      this.next++;
      return {kind: "number", value: Number(token.text), at: token.at};
    }
    if (token.kind === "name") {
      this.next++;
      if (!this.isOperator("(")) return {kind: "name", name: token.text, at: token.at};
      return {kind: "call", name: token.text, argument: this.parenthesis(), at: token.at};
    }
    if (token.text === "(") return this.parenthesis();
    return this.fail(token, 'a name, a number or "("');
  }

  private parenthesis(): Expression {
    this.next++;
    const inner = this.level(1);
    if (!this.isOperator(")")) this.fail(this.peek(), '")"');
    this.next++;
    return inner;
  }
}

/** The tree as text again, without spaces: the canonical name of an expression. */
export function expressionText(tree: Expression): string {
  switch (tree.kind) {
    case "name":
      return tree.name;
    case "number":
      return String(tree.value);
    case "call":
      return `${tree.name}(${expressionText(tree.argument)})`;
    case "minus":
      return `-${wrapped(tree.operand)}`;
    case "binary":
      return `${wrapped(tree.left)}${tree.operator}${wrapped(tree.right)}`;
  }
}

function wrapped(tree: Expression): string {
  const text = expressionText(tree);
  return tree.kind === "binary" || tree.kind === "minus" ? `(${text})` : text;
}

/** The names of all columns that an expression mentions, in order, without repeats. */
export function namesIn(tree: Expression): string[] {
  const found = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === "name") found.add(node.name);
    else if (node.kind === "call") visit(node.argument);
    else if (node.kind === "minus") visit(node.operand);
    else if (node.kind === "binary") {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(tree);
  return [...found];
}
