// Text to tokens, each with its position.
import {error} from "../error.js";

/** A piece of a formula: a name, a number, an operator or the end. */
export interface Token {
  readonly kind: "name" | "number" | "operator" | "end";
  readonly text: string;
  /** Offset of the first character, counted from 0. */
  readonly at: number;
}

const pattern =
  /\s*(?:(?<name>(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*|`[^`]+`)|(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|(?<operator>\|\||[-+*/:^()|~,]))/uy;

/**
 * Splits a formula into tokens, the last of kind "end". A name is a letter, or a dot before no
 * digit, followed by letters, digits, dots and underscores, or any text between backquotes, as in R.
 * Raises an InputError at the first character that begins no token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match?.groups) {
      const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
      error(
        `invalid formula: unexpected "${text.charAt(at)}" at position ${at + 1}; see the mark in "${marked(text, at)}"`
      );
    }
    const {name, number, operator} = match.groups as Partial<Record<string, string>>;
    const piece = name ?? number ?? operator ?? "";
    const kind = name ? "name" : number ? "number" : "operator";
    const at = pattern.lastIndex - piece.length;
    tokens.push({kind, text: name?.startsWith("`") ? piece.slice(1, -1) : piece, at});
  }
  tokens.push({kind: "end", text: "", at: end});
  return tokens;
}

/** A formula with a mark before offset `at`. */
export function marked(text: string, at: number): string {
  return `${text.slice(0, at)}▸${text.slice(at)}`;
}
