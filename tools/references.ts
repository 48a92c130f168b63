// Cited works in pages: a key in brackets becomes names and a year that lead to the work's entry.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

interface Token {
  content: string;
}

interface State {
  src: string;
  pos: number;
  env: {path: string};
  push(type: string, tag: string, nesting: number): Token;
}

/** The part of markdown-it that this plugin touches. */
export interface Markdown {
  inline: {
    ruler: {
      before(name: string, rule: string, parse: (state: State, silent: boolean) => boolean): void;
    };
  };
  renderer: {rules: Record<string, (tokens: Token[], index: number, ...rest: unknown[]) => string>};
}

/** Keys in brackets, several with commas or semicolons between; what a link follows is none. */
const cited = /\[([a-z_]+\d{4}[a-z]*(?:[,;] [a-z_]+\d{4}[a-z]*)*)\](?!\()/g;

/** The page that lists all works, each as `<dt>key</dt><dd>Names. Year. Title…</dd>`. */
const list = "method";

const citedFirst = new RegExp(`^${cited.source}`);

/** The keys that a text cites, in its order. */
export function citedKeys(text: string): string[] {
  return [...text.matchAll(cited)].flatMap(([, keys = ""]) => keys.split(/[,;] /));
}

/**
 * Teaches markdown-it that `[buerkner2017]`, or several keys, is "(Bürkner 2017)" with a link to the list on the page
 * on methods, whose entries get their keys as ids; so it is in HTML within a page. A key without an entry stays as it
 * is, which `poolhouse check` finds.
 */
export function useReferences(markdown: Markdown, root: string): void {
  const labels = readLabels(join(root, `${list}.md`));
  const said = (text: string, say: (key: string, label: string) => string): string =>
    text.replaceAll(cited, (asIs: string) => {
      const keys = citedKeys(asIs);
      if (!keys.every((key) => labels.has(key))) return asIs;
      return `(${keys.map((key) => say(key, labels.get(key) ?? key)).join("; ")})`;
    });
  const linked = (text: string, path: string): string => {
    const page = path === `/${list}` ? "" : `./${list}`;
    return said(text, (key, label) => `<a href="${page}#${key}">${label}</a>`);
  };
  markdown.inline.ruler.before("link", "reference", (state, silent) => {
    const found = citedFirst.exec(state.src.slice(state.pos, state.pos + 200));
    const html = linked(found?.[0] ?? "", state.env.path);
    if (!found || html === found[0]) return false;
    if (!silent) state.push("html_inline", "", 0).content = html;
    state.pos += found[0].length;
    return true;
  });
  const asIs = markdown.renderer.rules.html_block;
  markdown.renderer.rules.html_block = (tokens, index, ...rest) => {
    const {path} = rest[1] as State["env"];
    const html = asIs(tokens, index, ...rest);
    // What is pressed to unfold something holds no link, which would be pressed instead.
    const folds = html.replaceAll(/<summary>.*?<\/summary>/gs, (fold) =>
      said(fold, (_, label) => label)
    );
    return linked(folds, path).replaceAll(/<dt>([a-z_]+\d{4}[a-z]*)<\/dt>/g, '<dt id="$1">$1</dt>');
  };
}

/** By key, how a work is cited in a sentence: "Bürkner 2017". */
function readLabels(file: string): ReadonlyMap<string, string> {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return new Map(
    [...text.matchAll(/<dt>(.+?)<\/dt><dd>(.+?)[.,] (\d{4}[a-z]?)\b/g)].map(
      ([, key = "", names = "", year = ""]) => [key, `${shortNames(names)} ${year}`]
    )
  );
}

/** "Andrews, D. F., and C. L. Mallows" as "Andrews and Mallows"; three and more as "et al.". */
export function shortNames(names: string): string {
  const [first = ""] = names.split(",");
  const [before = ""] = names.split(/,? and /);
  if (before === names) return first;
  const last = names.slice(before.length).replace(/^,? and /, "");
  if (before.split(",").length > 2) return `${first} et al.`;
  return `${first} and ${last.replace(/^(?:\p{Lu}\p{Ll}?\.[- ]?)+/u, "")}`;
}
