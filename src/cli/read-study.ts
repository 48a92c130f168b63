// The studies of the project as their files stand, outside of this program, which has read them long before.
import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {runInNewContext} from "node:vm";
import type {Declaration} from "../data/define/declaration.js";
import {studyList} from "../data/fork/study-files.js";
import {error} from "../engine/error.js";
import {suggestion} from "../engine/index.js";

/** A study's file in three parts: what stands before the declaration, it, and what stands behind. */
export interface StudyFile {
  /** From the root of the project. */
  readonly path: string;
  readonly head: string;
  readonly declaration: Declaration;
  readonly tail: string;
  /** Comments within the declaration, which whoever writes it anew cannot keep. */
  readonly comments: readonly string[];
}

/** Studies that tests and pages of the project name. */
const OWN: ReadonlySet<string> = new Set(["side-taking", "alliances", "tunisia"]);

const BEGINNING = /^export const [^\n]*\bdefineStudy\(/mu;

/** Texts, comments and brackets: in the first two a bracket is none. */
const TOKEN =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()]/gu;

/** The project's folder, where the program was started. Raises an InputError outside a project. */
export function projectRoot(): string {
  const root = process.cwd();
  if (!existsSync(join(root, studyList)))
    error(`missing project: ${root} has no ${studyList}; start the program in Poolhouse's folder`);
  return root;
}

/** The path of a study's file, from the root of the project. */
export const studyPath = (id: string): string => `src/data/studies/${id}.ts`;

/** Whether a study comes with the project, and is nobody's to take out. */
export const isOwn = (id: string): boolean => OWN.has(id);

/** The studies that are declarations, by name. */
export function declaredStudies(root: string): string[] {
  return readdirSync(join(root, "src/data/studies"))
    .flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -".ts".length)] : []))
    .filter((id) => BEGINNING.test(readFileSync(join(root, studyPath(id)), "utf8")));
}

/** Raises an InputError where `id` is no study that is a declaration, which says what there is. */
export function checkDeclared(root: string, id: string): void {
  const known = declaredStudies(root);
  if (known.includes(id)) return;
  if (OWN.has(id))
    error(
      `unsupported study: ${id} is written by hand, and its counts stand in its own recodes; only studies that new or Your data wrote can be renewed or removed`
    );
  error(
    `unknown study: ${id}; ${known.length === 0 ? "no study here is a declaration" : suggestion(id, known)}`
  );
}

/** Reads a declared study. Raises an InputError where it is none, or its declaration is no plain data. */
export function readStudy(root: string, id: string): StudyFile {
  checkDeclared(root, id);
  const path = studyPath(id);
  // Windows may have put its own line ends there, and half of the file would keep them.
  const text = readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
  const found = BEGINNING.exec(text);
  const start = found ? found.index + found[0].length : 0;
  const {end, comments} = closing(text, start);
  const declaration = valueOf(text.slice(start, end), path);
  if (declaration.id !== id)
    error(`invalid study: ${path} declares the id "${declaration.id}"; write "${id}" there`);
  return {path, head: text.slice(0, start), declaration, tail: text.slice(end), comments};
}

/** Where the bracket that was opened before `start` is closed, and the comments up to there. */
function closing(text: string, start: number): {end: number; comments: string[]} {
  const comments: string[] = [];
  let depth = 1;
  for (const {0: token, index} of text.slice(start).matchAll(TOKEN)) {
    if (token.startsWith("//") || token.startsWith("/*")) comments.push(token);
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (depth === 0) return {end: start + index, comments};
  }
  return {end: text.length, comments};
}

/** The declaration that the source text says, in a world of its own, where there is nothing to refer to. */
function valueOf(source: string, path: string): Declaration {
  try {
    return structuredClone(runInNewContext(`(${source}\n)`, {}, {timeout: 2000}) as Declaration);
  } catch (reason) {
    const why = reason instanceof Error || isNamed(reason) ? reason.message : String(reason);
    return error(
      `unsupported study: ${path} declares more than plain values (${why}); write the values themselves there, and start again`
    );
  }
}

/** Errors of the other world are not of this one's class. */
function isNamed(reason: unknown): reason is {message: string} {
  return typeof reason === "object" && reason !== null && "message" in reason;
}
