// Mathematics in pages, set by KaTeX at build time: $inline$ and $$display$$.
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import katex from "katex";

/** The part of markdown-it that this plugin touches. */
export interface Markdown {
  inline: {ruler: {before(name: string, rule: string, parse: InlineRule): void}};
  block: {
    ruler: {before(name: string, rule: string, parse: BlockRule, options: {alt: string[]}): void};
  };
  renderer: {rules: Record<string, RenderRule>};
}

interface Token {
  content: string;
  block: boolean;
  meta: {display: boolean} | null;
}

interface State {
  src: string;
  pos: number;
  posMax: number;
  line: number;
  bMarks: number[];
  eMarks: number[];
  tShift: number[];
  push(type: string, tag: string, nesting: number): Token;
}

type InlineRule = (state: State, silent: boolean) => boolean;
type BlockRule = (state: State, start: number, end: number, silent: boolean) => boolean;
type RenderRule = (tokens: Token[], index: number, options: unknown, env: {path: string}) => string;

const pagesWithMath = new Set<string>();

/** Whether the page at `path` held mathematics when it was last rendered. */
export function hasMath(path: string): boolean {
  return pagesWithMath.has(path);
}

function closing(source: string, mark: string, from: number): number {
  let end = source.indexOf(mark, from);
  while (end > 0 && source[end - 1] === "\\") end = source.indexOf(mark, end + 1);
  return end;
}

const inline: InlineRule = (state, silent) => {
  const {src, pos, posMax} = state;
  // Framework owns ${…}.
  if (src[pos] !== "$" || src[pos + 1] === "{") return false;
  const mark = src[pos + 1] === "$" ? "$$" : "$";
  const start = pos + mark.length;
  const end = closing(src, mark, start);
  if (end <= start || end + mark.length > posMax) return false;
  const tex = src.slice(start, end);
  // As in Pandoc, "$5 and $6" is money: no space inside the marks, no digit after.
  if (mark === "$" && (tex.trim() !== tex || /\d/.test(src[end + 1] ?? ""))) return false;
  if (!silent) {
    const token = state.push("math", "math", 0);
    token.content = tex;
    token.meta = {display: mark === "$$"};
  }
  state.pos = end + mark.length;
  return true;
};

const block: BlockRule = (state, start, end, silent) => {
  const line = (i: number) =>
    state.src.slice((state.bMarks[i] ?? 0) + (state.tShift[i] ?? 0), state.eMarks[i]).trim();
  if (!line(start).startsWith("$$")) return false;
  const closedAt = (i: number) => line(i).endsWith("$$") && (i > start || line(i).length > 4);
  let last = start;
  while (last < end && !closedAt(last)) ++last;
  if (last === end) return false;
  if (silent) return true;
  const lines = Array.from({length: last - start + 1}, (_, i) => line(start + i));
  const token = state.push("math", "math", 0);
  token.block = true;
  token.content = lines.join("\n").slice(2, -2);
  token.meta = {display: true};
  state.line = last + 1;
  return true;
};

/** Teaches markdown-it mathematics. TeX that KaTeX does not understand fails the build. */
export function useMath(markdown: Markdown): void {
  markdown.inline.ruler.before("placeholder", "math", inline);
  markdown.block.ruler.before("fence", "math", block, {alt: ["paragraph", "blockquote", "list"]});
  markdown.renderer.rules.math = (tokens, index, _options, env) => {
    const token = tokens[index];
    pagesWithMath.add(env.path);
    const html = katex.renderToString(token.content, {displayMode: token.meta?.display ?? false});
    // A long formula scrolls by itself, so that a keyboard must be able to reach it.
    return token.block ? `<p class="math" tabindex="0">${html}</p>\n` : html;
  };
}

const wanted =
  /KaTeX_(Main-Regular|Main-Bold|Math-Italic|AMS-Regular|Caligraphic-Regular|Size[1-4]-Regular)/;

/**
 * Writes KaTeX's stylesheet to `<root>/vendor/katex.css` with its fonts inside: Framework does not
 * copy the files that a stylesheet names.
 */
export function writeMathStyle(root: string): void {
  const dist = dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));
  const style = readFileSync(join(dist, "katex.min.css"), "utf8");
  const embedded = style.replace(/@font-face\{.*?\}/g, (rule) => {
    const name = wanted.test(rule) ? /url\((fonts\/[\w-]+\.woff2)\)/.exec(rule)?.[1] : undefined;
    if (name === undefined) return "";
    const bytes = readFileSync(join(dist, name)).toString("base64");
    const source = `src:url(data:font/woff2;base64,${bytes}) format("woff2")`;
    return rule.replace(/src:.*?(?=[;}])/, source);
  });
  mkdirSync(join(root, "vendor"), {recursive: true});
  writeFileSync(join(root, "vendor/katex.css"), embedded);
}
