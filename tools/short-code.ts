// Code of a few characters in running text is not broken at its hyphens: a flag stays a flag.

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children?: readonly Token[] | null;
  attrJoin(name: string, value: string): void;
}

/** The part of markdown-it that this plugin touches. */
export interface MarkdownInline {
  core: {ruler: {push(name: string, rule: (state: {tokens: readonly Token[]}) => void): void}};
}

/** Characters that fit a line of the narrowest window. */
const SHORT = 24;

/** Marks code within text that is short by a class of its own. */
export function useShortCode(markdown: MarkdownInline): void {
  markdown.core.ruler.push("short code", ({tokens}) => {
    for (const token of tokens.flatMap(({children}) => children ?? []))
      if (token.type === "code_inline" && token.content.length <= SHORT)
        token.attrJoin("class", "short");
  });
}
