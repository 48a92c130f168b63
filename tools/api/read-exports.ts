// The exports of a module as its reference tells them: signature and doc comment, read from the source.
import {dirname, join} from "node:path";
import type * as Typescript from "typescript";
import {classText, compiler, constantText, docOf, headOf, parse, tidy} from "./declarations.js";

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
