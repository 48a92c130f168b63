// The project's sources as data: files, what they import, what they tell people who err.
import {readFileSync} from "node:fs";
import {posix} from "node:path";
import ts from "typescript";
import {filesUnder} from "../tools/fingerprint.mjs";

export interface Import {
  /** The specifier as written. */
  readonly specifier: string;
  /** The imported file under src, such as `engine/math/fft.ts`; undefined for a package. */
  readonly file: string | undefined;
  readonly typeOnly: boolean;
}

export interface Source {
  /** The path under src, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** The literal messages given to `error()`, each value in them written as ‹…›. */
  readonly messages: readonly string[];
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function importOf(path: string, node: ts.Node): Import | undefined {
  const declares = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  const named = declares
    ? node.moduleSpecifier
    : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
      ? node.arguments[0]
      : undefined;
  if (!named || !ts.isStringLiteral(named)) return undefined;
  const specifier = named.text;
  const file = specifier.startsWith(".")
    ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts")
    : undefined;
  return {specifier, file, typeOnly: declares && isTypeOnly(node)};
}

/** The text of a literal, a template or a sum of these; undefined when nothing of it is literal. */
function literalText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `‹…›${span.literal.text}`).join("");
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [literalText(node.left), literalText(node.right)];
    return left === undefined && right === undefined
      ? undefined
      : (left ?? "‹…›") + (right ?? "‹…›");
  }
  return undefined;
}

function messageOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const message = node.arguments.at(0);
  return node.expression.text === "error" && message ? literalText(message) : undefined;
}

function readSource(file: string): Source {
  const path = posix.relative("src", file.replaceAll("\\", "/"));
  const text = readFileSync(file, "utf8");
  const imports: Import[] = [];
  const messages: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(path, node);
    if (found) imports.push(found);
    const message = messageOf(node);
    if (message !== undefined) messages.push(message);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return {path, text, lines: text.trimEnd().split("\n").length, imports, messages};
}

/** Every TypeScript file of src. */
export function readSources(): Source[] {
  return filesUnder("src")
    .filter((file) => file.endsWith(".ts"))
    .map(readSource);
}

/** The cycles among runtime imports, each as the files on it; one per file that closes a loop. */
export function findCycles(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const enter = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || finished.has(path)) return;
    for (const {file, typeOnly} of byPath.get(path)?.imports ?? []) {
      if (file !== undefined && !typeOnly) enter(file, [...trail, path]);
    }
    finished.add(path);
  };
  for (const {path} of sources) enter(path, []);
  return cycles;
}
