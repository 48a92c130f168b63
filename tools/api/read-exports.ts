// The exports of a module as its reference tells them: signature and doc comment, read from the source.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import type * as Typescript from "typescript";

/** One public name. */
export interface Entry {
  readonly name: string;
  readonly kind: "function" | "class" | "type" | "constant";
  /** The declaration without its body; of a type, with its members and their comments. */
  readonly signature: string;
  /** The doc comment in paragraphs, "" where there is none. */
  readonly doc: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

// Loaded when a page asks: the compiler takes a second, and most starts need none of it.
let loaded: typeof Typescript | undefined;
const compiler = (): typeof Typescript =>
  (loaded ??= createRequire(import.meta.url)("typescript") as typeof Typescript);

const parsed = new Map<string, Typescript.SourceFile>();

function parse(file: string): Typescript.SourceFile {
  const text = readFileSync(file, "utf8");
  const known = parsed.get(file);
  if (known?.text === text) return known;
  const ts = compiler();
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** Exports that stand together under a comment of their module. */
export interface Section {
  /** "" before the first comment. */
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The exports of a module by the comments that divide it. */
export function readSections(file: string): Section[] {
  const source = parse(file);
  const sections: {title: string; entries: Entry[]}[] = [];
  for (const statement of source.statements) {
    const entries = exportsOf(statement, source);
    if (entries.length === 0) continue;
    const title = titleOver(statement, source);
    if (title !== "" || sections.length === 0) sections.push({title, entries});
    else sections[sections.length - 1].entries.push(...entries);
  }
  return sections;
}

/** The line comment before a statement; the first of a file is the file's. */
function titleOver(statement: Typescript.Statement, {text}: Typescript.SourceFile): string {
  if (statement.pos === 0 && !/\n\n\/\/ [^\n]*\n$/u.test(text.slice(0, statement.getStart())))
    return "";
  const before = text.slice(statement.pos, statement.getStart()).trimEnd().split("\n");
  return /^\/\/ (.*?)\.?$/u.exec(before.at(-1) ?? "")?.[1] ?? "";
}

/**
 * The exports of a module, in its order, re-exports followed to where they are declared. Raises an
 * error for a name whose declaration is not found.
 */
export function readExports(file: string): Entry[] {
  const source = parse(file);
  return source.statements.flatMap((statement) => exportsOf(statement, source));
}

function exportsOf(statement: Typescript.Statement, source: Typescript.SourceFile): Entry[] {
  const ts = compiler();
  if (!ts.isExportDeclaration(statement)) return declared(statement, source);
  const file = source.fileName;
  const {exportClause, moduleSpecifier} = statement;
  if (!exportClause || !ts.isNamedExports(exportClause))
    return moduleSpecifier ? readExports(pathOf(moduleSpecifier, file)) : [];
  return exportClause.elements.map(({name, propertyName}) => {
    const own = (propertyName ?? name).text;
    const from = moduleSpecifier ?? importOf(own, source);
    const there = from ? readExports(pathOf(from, file)) : [];
    const found = there.find((entry) => entry.name === own);
    if (!found) throw new Error(`missing declaration: ${own}, exported by ${file}`);
    return {...found, name: name.text, signature: found.signature.replace(own, name.text)};
  });
}

function pathOf(specifier: Typescript.Expression, file: string): string {
  const text = compiler().isStringLiteral(specifier) ? specifier.text : "";
  return join(dirname(file), text.replace(/\.js$/u, ".ts")).replaceAll("\\", "/");
}

/** Where a name comes from that a module imports and hands on. */
function importOf(name: string, source: Typescript.SourceFile): Typescript.Expression | undefined {
  const ts = compiler();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    if (bindings.elements.some((one) => one.name.text === name)) return statement.moduleSpecifier;
  }
  return undefined;
}

function declared(statement: Typescript.Statement, source: Typescript.SourceFile): Entry[] {
  const ts = compiler();
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  const entry = (name: string, kind: Entry["kind"], signature: string): Entry => ({
    ...{name, kind, signature, doc: docOf(statement, source)},
    file: source.fileName,
    line: source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1
  });
  if (ts.isFunctionDeclaration(statement) && statement.name)
    return [entry(statement.name.text, "function", headOf(statement, statement.body, source))];
  if (ts.isClassDeclaration(statement) && statement.name)
    return [entry(statement.name.text, "class", classText(statement, source))];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [entry(statement.name.text, "type", tidy(statement.getText(source)))];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((one) =>
      entry(one.name.getText(source), "constant", constantText(one, source))
    );
  return [];
}

/** The text from the node's start to its body. */
function headOf(
  node: Typescript.Node,
  body: Typescript.Node | undefined,
  source: Typescript.SourceFile
): string {
  const end = body ? body.getStart(source) : node.getEnd();
  return tidy(source.text.slice(node.getStart(source), end));
}

/** A class with its public members, their bodies left out. */
function classText(node: Typescript.ClassDeclaration, source: Typescript.SourceFile): string {
  const ts = compiler();
  const hidden = new Set([ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.OverrideKeyword]);
  const members = node.members.flatMap((member) => {
    const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
    const isHidden = member.name !== undefined && ts.isPrivateIdentifier(member.name);
    if (isHidden || modifiers.some(({kind}) => hidden.has(kind as never))) return [];
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
function constantText(
  {name, type, initializer}: Typescript.VariableDeclaration,
  source: Typescript.SourceFile
): string {
  const start = `const ${name.getText(source)}`;
  if (type) return `${start}: ${tidy(type.getText(source))}`;
  const value = initializer?.getText(source) ?? "";
  return value.includes("\n") ? start : `${start} = ${value}`;
}

function tidy(text: string): string {
  return text.replace(/^export /u, "").trimEnd();
}

function docText(node: Typescript.Node, source: Typescript.SourceFile): string {
  const ranges = compiler().getLeadingCommentRanges(source.text, node.pos) ?? [];
  const last = ranges.at(-1);
  const text = last ? source.text.slice(last.pos, last.end) : "";
  return text.startsWith("/**") ? text : "";
}

/** The comment's words: no stars, lines joined, paragraphs and list items kept apart. */
function docOf(node: Typescript.Node, source: Typescript.SourceFile): string {
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
