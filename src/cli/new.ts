// `poolhouse new`: a study of its own from a data file.
import type {Command} from "commander";
import {fromColumns, toColumns} from "../data/table.js";
import {defineStudy} from "../data/define/define-study.js";
import {runRecodes} from "../data/recode.js";
import {aboutOf, questionOf} from "../data/fork/page-text.js";
import {sumStudy} from "../data/report/study-cells.js";
import {studyFiles} from "../data/fork/study-files.js";
import {profileTable} from "../data/profile/column-profile.js";
import {analysedText, leftOutText} from "../data/profile/left-out.js";
import {keepRows} from "../data/profile/keep-rows.js";
import {withoutAnswers} from "../data/profile/no-answer.js";
import {propose} from "../data/profile/propose.js";
import {unusedOrders, withOrders} from "../data/profile/say-order.js";
import {error} from "../engine/error.js";
import type {Columns} from "../engine/index.js";
import {terminalAsk} from "./ask.js";
import {labelsFlag, ordersFlag, readSource, type NewFlags} from "./new-source.js";
import {settleRoles} from "./new-roles.js";
import {tellCodes, tellProposal, tellSingles, tellUnused, tellWanting} from "./tell-study.js";
import {valuesFlag} from "./values-flag.js";
import {checkProject, writeStudy} from "./write-study.js";

const examples = `
Whatever is not given is asked for on a terminal, with a suggestion to accept; elsewhere the suggestion
is taken and said. Nothing that is there already is written over.

Examples:
  poolhouse new canvass --data canvass.csv
  poolhouse new canvass --data canvass.csv --treatment letter --outcome voted --modifiers party,age \\
    --title "Letters and turnout" --source-url https://example.org/canvass.csv

Exit status: 0 the study is written; 2 wrong input, and nothing is written.`;

/** Adds the command to the program. */
export function addNew(program: Command): void {
  const several = (value: string, before: string[] | undefined): string[] => [
    ...(before ?? []),
    value
  ];
  program
    .command("new")
    .description("make a study of a data file: declaration, loader, page and test")
    .argument("<study>", "its name, in small letters with hyphens")
    .requiredOption("--data <file>", "a .csv, .dta, .sav, .parquet or .arrow file")
    .option("--treatment <column>", "the column of the two arms")
    .option("--arms <values>", "which two of its values to compare, the control first")
    .option("--outcome <columns>", "one or more columns, with commas between; a model for each")
    .option("--modifiers <columns>", "what the effect may differ by, with commas between")
    .option("--controls <columns>", "what only the baseline may differ by, with commas between")
    .option(
      "--clusters <columns>",
      "units whose rows are alike, such as villages, with commas between; or none"
    )
    .option("--label <column=words>", "what a column is called on pages (repeatable)", several)
    .option(
      "--order <column=answers>",
      "answers in words from lowest to highest, with semicolons between, where their words do not tell (repeatable)",
      several
    )
    .option(
      "--where <column == values>",
      "only rows with one of these values, with commas between, such as one year of a panel (repeatable)",
      several
    )
    .option(
      "--missing <column == values>",
      "values that stand for no answer, such as 98, with commas between (repeatable)",
      several
    )
    .option("--row <word>", "what a row is, such as voter, or child/children; else respondent")
    .option("--unit <words>", "the unit of effects, such as 'euros a month'")
    .option("--title <text>", "the study's title")
    .option("--question <text>", "the page's heading")
    .option("--about <text>", "a paragraph on what was done")
    .option("--source-url <url>", "where the file is to be had (repeatable)", several)
    .option("--doi <doi>", "of the data set")
    .option("--citation <text>", "how to cite the data")
    .option("--licence <text>", "under which the data may be used")
    .option(
      "--ragged <how>",
      "refuse, or leave-out: rows of another length than the header",
      "refuse"
    )
    .addHelpText("after", examples)
    .action(runNew);
}

async function runNew(id: string, flags: NewFlags): Promise<void> {
  const root = checkProject(id);
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const {table, source, bytes} = await readSource(flags);
  table.notes.forEach(say);
  const rowsUsed = rowsOf(table.columns, flags);
  const {columns} = rowsUsed;
  const plain = profileTable({...table, columns});
  const orders = ordersFlag(flags.order ?? []);
  const profiles = withOrders(plain, orders);
  const ask = process.stdin.isTTY && process.stderr.isTTY ? terminalAsk() : null;
  const given = await settleRoles(flags, {profiles, columns}, {ask, say}).finally(() =>
    ask?.close()
  );
  unusedOrders(orders, given.roles, plain).forEach(say);
  const proposal = propose({
    id,
    title: flags.title ?? given.title ?? titleOf(id),
    source,
    ...rowsUsed,
    profiles,
    roles: given.roles,
    arms: given.arms,
    labels: labelsFlag(flags.label ?? []),
    ...(flags.row !== undefined && {row: flags.row}),
    ...(flags.unit !== undefined && {unit: flags.unit})
  });
  const {declaration} = proposal;
  tellUnused(rowsUsed.noAnswer, declaration, say);
  const study = defineStudy(declaration);
  const {table: rows} = runRecodes(fromColumns(table.columns), study.recodes, {verify: true});
  if (rows.numRows() === 0)
    error("missing rows: none has a value in every column that is used; use fewer columns");
  const words = {
    question: flags.question ?? questionOf(declaration),
    about: flags.about ?? aboutOf(declaration)
  };
  const files = studyFiles(declaration, {rows: rows.numRows(), words});
  const written = writeStudy(root, {id, files, data: {file: source.file, bytes}});
  tellProposal(proposal, say);
  const all = Object.values(table.columns)[0].length;
  const left = leftOutText(declaration, columns, all);
  say(`rows: ${analysedText(rows.numRows(), all, left)}`);
  [...proposal.cautions, ...proposal.audit.warnings].forEach(({code, message, remedy}) => {
    say(`  ${code} ${message} ${remedy}`);
  });
  tellSingles(sumStudy(study, toColumns(rows)), say);
  tellCodes(columns, given.roles, say);
  tellWanting(declaration, say);
  process.stdout.write(
    `${written.join("\n")}\nThe study is ready: npm run report builds its page, /${id}; npm run dev follows every edit.\n`
  );
}

/** The rows that are selected, codes for no answer missing in them, and both as they are declared. */
function rowsOf(
  all: Columns,
  {missing = [], where = []}: NewFlags
): ReturnType<typeof keepRows> & Pick<ReturnType<typeof withoutAnswers>, "noAnswer"> {
  const {columns, noAnswer} = withoutAnswers(all, valuesFlag("missing", missing));
  return {...keepRows(columns, valuesFlag("where", where)), noAnswer};
}

function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
