// Declarations as the reference prints them, read by TypeScript's parser.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type * as Typescript from "typescript";

// Loaded when a page asks: the compiler takes a second, and most starts need none of it.
let loaded: typeof Typescript | undefined;
/** TypeScript itself. */
export const compiler = (): typeof Typescript =>
  (loaded ??= createRequire(import.meta.url)("typescript") as typeof Typescript);

const parsed = new Map<string, Typescript.SourceFile>();

/** A file as TypeScript reads it, once for each text. */
export function parse(file: string): Typescript.SourceFile {
  const text = readFileSync(file, "utf8");
  const known = parsed.get(file);
  if (known?.text === text) return known;
  const ts = compiler();
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** The text from the node's start to its body. */
export function headOf(
  node: Typescript.Node,
  body: Typescript.Node | undefined,
  source: Typescript.SourceFile
): string {
  const end = body ? body.getStart(source) : node.getEnd();
  return tidy(source.text.slice(node.getStart(source), end));
}

/** A class with its public members, their bodies left out. */
export function classText(
  node: Typescript.ClassDeclaration,
  source: Typescript.SourceFile
): string {
  const ts = compiler();
  const hidden = new Set<Typescript.SyntaxKind>([
    ts.SyntaxKind.PrivateKeyword,
    ts.SyntaxKind.OverrideKeyword
  ]);
  const members = node.members.flatMap((member) => {
    const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
    const isHidden = member.name !== undefined && ts.isPrivateIdentifier(member.name);
    if (isHidden || modifiers.some(({kind}) => hidden.has(kind))) return [];
    const doc = docText(member, source);
    const body =
      ts.isMethodDeclaration(member) ||
      ts.isConstructorDeclaration(member) ||
      ts.isGetAccessorDeclaration(member)
        ? member.body
        : ts.isPropertyDeclaration(member)
          ? member.initializer
          : undefined;
    const head = headOf(member, body, source).replace(/\s*=$/u, "");
    return [...(doc === "" ? [] : [`  ${doc}`]), `  ${head};`.replace(/;;$/u, ";")];
  });
  const start = tidy(source.text.slice(node.getStart(source), node.members.pos));
  return `${start}\n${members.join("\n")}\n}`;
}

/** A constant by its type, or by its value where that is one line. */
export function constantText(
  {name, type, initializer}: Typescript.VariableDeclaration,
  source: Typescript.SourceFile
): string {
  const start = `const ${name.getText(source)}`;
  if (type) return `${start}: ${tidy(type.getText(source))}`;
  const value = initializer?.getText(source) ?? "";
  return value.includes("\n") ? start : `${start} = ${value}`;
}

/** Without what says that it is exported. */
export function tidy(text: string): string {
  return text.replace(/^export /u, "").trimEnd();
}

function docText(node: Typescript.Node, source: Typescript.SourceFile): string {
  const ranges = compiler().getLeadingCommentRanges(source.text, node.pos) ?? [];
  const last = ranges.at(-1);
  const text = last ? source.text.slice(last.pos, last.end) : "";
  return text.startsWith("/**") ? text : "";
}

/** The comment's words: no stars, lines joined, paragraphs and list items kept apart. */
export function docOf(node: Typescript.Node, source: Typescript.SourceFile): string {
  return docText(node, source)
    .replace(/^\/\*\*|\*\/$/gu, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/u, "").trim())
    .join("\n")
    .trim()
    .replaceAll(/\n(?!\n|- )(?<!\n\n)/gu, " ")
    .replaceAll(/\{@link (\w+)\}/gu, "`$1`")
    .trim();
}
