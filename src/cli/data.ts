// `poolhouse data`: get and verify the raw files, and write the rows that models are fitted to.
import {mkdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvFormat} from "d3";
import type {Command} from "commander";
import {locate, type Located} from "../data/locate.js";
import {prepareLocated} from "../data/prepare.js";
import {studies, type StudyDefinition} from "../data/studies/index.js";
import {isMissing, type Row} from "../data/table.js";
import {error} from "../engine/error.js";
import {suggestion} from "../engine/index.js";

const help = `
A file is looked for in the folder that POOLHOUSE_DATA names, then in data/raw, and then downloaded
to there unless POOLHOUSE_OFFLINE=1. Bytes with another sha256 than declared are refused.

Exit status: 0 all files are there; 1 one is not to be had; 2 wrong input or a wrong file.`;

/** Adds the command to the program. */
export function addData(program: Command): void {
  program
    .command("data")
    .description("get and verify the raw data files of the studies")
    .argument("[study]", `${studies.map(({id}) => id).join(" or ")}; all when left out`)
    .option("--prepared <folder>", "also write the rows after recoding, as csv files, there")
    .addHelpText("after", help)
    .action(runData);
}

async function runData(name: string | undefined, flags: {prepared?: string}): Promise<void> {
  const found: [StudyDefinition, Located][] = [];
  for (const study of chosen(name)) found.push([study, await locate(study.source)]);
  const lines: string[] = [];
  for (const [study, located] of found) {
    if (located.standIn) {
      process.exitCode = 1;
      lines.push(
        `${study.id}: not to be had, so that a stand-in will serve (${located.reasons.join("; ")})`
      );
      continue;
    }
    const written =
      flags.prepared === undefined ? [] : [await writePrepared(study, located, flags.prepared)];
    lines.push(
      [`${study.id}: ${located.path}, sha256 verified`, ...written].join("; prepared rows in ")
    );
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

function chosen(name: string | undefined): readonly StudyDefinition[] {
  if (name === undefined) return studies;
  const found = studies.find((study) => study.id === name);
  return found
    ? [found]
    : error(
        `unknown study: ${name}; ${suggestion(
          name,
          studies.map((study) => study.id)
        )}`
      );
}

/** Writes a study's rows, replacing a file that is there, and returns the path. */
async function writePrepared(
  study: StudyDefinition,
  located: Located,
  folder: string
): Promise<string> {
  const {table} = await prepareLocated(study, located);
  const rows = (table.objects() as Row[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, x]) => [name, isMissing(x) ? "" : x]))
  );
  const path = join(folder, study.preparedFile);
  const part = `${path}.${String(process.pid)}.part`;
  try {
    mkdirSync(folder, {recursive: true});
    writeFileSync(part, `${csvFormat(rows)}\n`);
    renameSync(part, path);
  } catch (reason) {
    const code = reason instanceof Error && "code" in reason ? String(reason.code) : String(reason);
    error(`invalid folder: ${folder} cannot be written (${code}); name another`);
  }
  return path;
}
