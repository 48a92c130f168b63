// `poolhouse renew`: a study of one's own brought up to date with a data file that has changed.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Command} from "commander";
import type {Declaration, DeclaredSource} from "../data/define/declaration.js";
import {changesBetween} from "../data/fork/changes.js";
import {literal} from "../data/fork/literal.js";
import {renewed} from "../data/fork/renewed.js";
import {filesOfStudy, testWithRows} from "../data/fork/study-files.js";
import {defineStudy} from "../data/define/define-study.js";
import {runRecodes} from "../data/recode.js";
import {fromColumns} from "../data/table.js";
import {analysedText} from "../data/profile/left-out.js";
import {error} from "../engine/error.js";
import {readSource} from "./new-source.js";
import {declaredStudies, projectRoot, readStudy, studyPath, type StudyFile} from "./read-study.js";
import {renewedCopy} from "./renewed-copy.js";
import {writeFiles, type FileChange} from "./write-files.js";

const help = `
What is counted from the file is counted anew: its bytes and sha256, the rows of every level and bin, means and
standard deviations, clusters. Labels, order and merging of levels, ends of bins, priors, formulas and all
else stay as they are declared.

Examples:
  poolhouse renew canvass --data canvass.csv
  poolhouse renew canvass --data canvass-2.csv

Exit status: 0 the study is up to date; 2 wrong input, and nothing is written.`;

/** Adds the command to the program. */
export function addRenew(program: Command): void {
  program
    .command("renew")
    .description("bring a study that new wrote up to date with a changed data file")
    .argument("<study>", "its name")
    .requiredOption("--data <file>", "the file as it is now; it may have another name and format")
    .option(
      "--ragged <how>",
      "refuse, or leave-out: rows of another length than the header; as declared when left out"
    )
    .addHelpText("after", help)
    .action(runRenew);
}

async function runRenew(id: string, flags: {data: string; ragged?: string}): Promise<void> {
  const root = projectRoot();
  const study = readStudy(root, id);
  const before = study.declaration;
  const ragged = flags.ragged ?? (before.source.ragged === undefined ? "refuse" : "leave-out");
  const {table, source, bytes} = await readSource({data: flags.data, ragged});
  const {declaration, notes, left} = renewed(before, {
    columns: table.columns,
    source,
    home: study.path
  });
  const {table: rows} = runRecodes(fromColumns(table.columns), defineStudy(declaration).recodes, {
    verify: true
  });
  if (rows.numRows() === 0)
    error(
      `missing rows: none of ${source.file} has a value in every column that is used; use fewer`
    );
  const copy = renewedCopy(root, {file: source.file, bytes}, before.source);
  const test = testOf(root, id, {rows: rows.numRows(), all: declaration.rows});
  const written = writeFiles(root, [
    ...copy,
    {path: study.path, content: `${study.head}${literal(declaration)}${study.tail}`},
    ...test.changes
  ]);
  const lines = [
    ...changesBetween(before, declaration),
    analysedText(rows.numRows(), Object.values(table.columns)[0].length, left),
    ...notes,
    ...test.notes,
    ...lostComments(study),
    ...sharers(root, before, source, flags.data)
  ];
  for (const line of table.notes) process.stderr.write(`${line}\n`);
  process.stdout.write(
    `${lines.join("\n")}\nwritten: ${written.join(", ")}\nThe study is up to date: npm run report builds its page, and ./bin/poolhouse diff then says what moved.\n`
  );
}

/** The test that `new` wrote, with the new numbers of rows, and a word where its author has made another of it. */
function testOf(
  root: string,
  id: string,
  counts: {readonly rows: number; readonly all: number}
): {changes: FileChange[]; notes: string[]} {
  const path = filesOfStudy(id)[3];
  if (!existsSync(join(root, path))) return {changes: [], notes: []};
  const content = testWithRows(readFileSync(join(root, path), "utf8"), counts);
  return content === null
    ? {changes: [], notes: [`${path} is not as new wrote it: see whether its numbers still hold`]}
    : {changes: [{path, content}], notes: []};
}

function lostComments({path, comments}: StudyFile): string[] {
  return comments.length === 0
    ? []
    : [
        `comments within the declaration are not kept; put them into ${path} again where they are needed:`,
        ...comments.map((comment) => `  ${comment}`)
      ];
}

/** Other studies of a file that has changed under its own name: they are refused now. */
function sharers(
  root: string,
  {id, source: before}: Declaration,
  {file, sha256}: DeclaredSource,
  data: string
): string[] {
  if (before.file !== file || before.sha256 === sha256) return [];
  return declaredStudies(root)
    .filter(
      (other) =>
        other !== id && readFileSync(join(root, studyPath(other)), "utf8").includes(before.sha256)
    )
    .map((other) => `${other} is of the same file: ./bin/poolhouse renew ${other} --data ${data}`);
}
