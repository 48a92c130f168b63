// The words of a page's source, line by line: text, and the texts within its code; no code, no markup.

/** A piece of prose and the line of the file that it begins in, from 1. */
export interface Prose {
  readonly text: string;
  readonly line: number;
}

/** What a value in a sentence is written as: `${…}` and what it gives. */
const VALUE = "‹›";

/**
 * The prose of Framework's Markdown: what is outside of code, with each `${…}` replaced, and the texts
 * in code that hold several words. Front matter, inline code, mathematics, tags, addresses and the
 * entries of lists of works (`<dd>`) are left out.
 */
export function proseOf(markdown: string): Prose[] {
  const body = blank(markdown, /^---\n[\s\S]*?\n---/);
  const pieces: Prose[] = [];
  const isCode = /^(`{3,})(\w*)[^\n]*\n([\s\S]*?)^\1 *$/gm;
  const outside = body.replaceAll(
    isCode,
    (all: string, _fence, language: string, _c, at: number) => {
      if (language === "js") pieces.push(...textsIn(all, lineAt(body, at)));
      return spaces(all);
    }
  );
  const {rest, values} = withoutValues(outside);
  for (const {text, line} of values) pieces.push(...textsIn(text, line));
  const plain = [
    /<!--[\s\S]*?-->/g,
    /<dd>[\s\S]*?<\/dd>/g,
    /`[^`\n]*`/g,
    /\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g,
    /\]\([^)\s]*\)/g,
    /<[^>]*>/g
  ].reduce((text, pattern) => blank(text, pattern), rest);
  plain.split("\n").forEach((text, k) => {
    if (/\w/.test(text)) pieces.push({text, line: k + 1});
  });
  return pieces.sort((a, b) => a.line - b.line);
}

/** Puts spaces in the place of what matches, so that lines keep their numbers. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, spaces);
}

function spaces(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** Takes each `${…}` out, however deep its braces, and returns what was in them. */
function withoutValues(text: string): {rest: string; values: Prose[]} {
  const values: Prose[] = [];
  let rest = "";
  for (let i = 0; i < text.length;) {
    const start = text.indexOf("${", i);
    if (start < 0) return {rest: rest + text.slice(i), values};
    const end = endOfValue(text, start + 2);
    const value = text.slice(start, end);
    values.push({text: value, line: lineAt(text, start)});
    rest += text.slice(i, start) + VALUE + value.replaceAll(/[^\n]/g, "");
    i = end;
  }
  return {rest, values};
}

/** The place after the brace that closes the one before `from`. */
function endOfValue(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; ++i) {
    const quote = text[i];
    if (quote === '"' || quote === "'" || quote === "`") i = endOfText(text, i) - 1;
    else if (quote === "{") ++depth;
    else if (quote === "}" && --depth === 0) return i + 1;
  }
  return text.length;
}

/** The place after the quote that closes the one at `from`; templates may hold values. */
function endOfText(text: string, from: number): number {
  const quote = text[from];
  for (let i = from + 1; i < text.length; ++i) {
    if (text[i] === "\\") ++i;
    else if (text[i] === quote) return i + 1;
    else if (quote === "`" && text.startsWith("${", i)) i = endOfValue(text, i + 2) - 1;
    else if (quote !== "`" && text[i] === "\n") return i;
  }
  return text.length;
}

/** The texts of several words in code, and those within the values of its templates. */
function textsIn(code: string, line: number): Prose[] {
  const found: Prose[] = [];
  // The fence of a block is made of backticks and is no template.
  const from = code.startsWith("`") ? code.indexOf("\n") : 0;
  for (let i = Math.max(from, 0); i < code.length; ++i) {
    if (code.startsWith("```", i)) break;
    if (code.startsWith("//", i) && code[i - 1] !== ":") {
      i = (code.indexOf("\n", i) + code.length + 1) % (code.length + 1);
      continue;
    }
    if (code[i] !== '"' && code[i] !== "'" && code[i] !== "`") continue;
    const end = endOfText(code, i);
    const here = line + lineAt(code, i) - 1;
    const {rest, values} = withoutValues(code.slice(i + 1, end - 1));
    if (/\p{L}{2,}[^\p{L}]* [\s\S]*\p{L}{2,}|\d [\p{L}]{2,}|[\p{L}]{2,} [\s\S]*\d/u.test(rest))
      found.push({text: rest, line: here});
    for (const value of values) found.push(...textsIn(value.text, here));
    i = end - 1;
  }
  return found;
}
