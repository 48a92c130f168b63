// `poolhouse remove`: takes a study of one's own out of the project.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Command} from "commander";
import {filesOfStudy, studyList, withoutStudy} from "../data/fork/study-files.js";
import {error} from "../engine/error.js";
import {checkDeclared, isOwn, projectRoot} from "./read-study.js";
import {writeFiles} from "./write-files.js";

const help = `
What the author changed in these files goes with them; git has what was committed. The data file stays.

Exit status: 0 the study is out; 2 wrong input, and nothing is removed.`;

/** Adds the command to the program. */
export function addRemove(program: Command): void {
  program
    .command("remove")
    .description("take a study that new wrote out again: declaration, loader, page and test")
    .argument("<study>", "its name")
    .addHelpText("after", help)
    .action(runRemove);
}

function runRemove(id: string): void {
  const root = projectRoot();
  if (isOwn(id))
    error(
      `unsupported study: ${id} comes with the project, whose tests and pages name it; remove only studies of your own`
    );
  checkDeclared(root, id);
  const list = readFileSync(join(root, studyList), "utf8");
  const without = withoutStudy(list, id);
  // The list first: the program starts only when every study in it is there.
  const removed = writeFiles(root, [
    ...(without === list ? [] : [{path: studyList, content: without}]),
    ...filesOfStudy(id)
      .filter((path) => existsSync(join(root, path)))
      .map((path) => ({path, content: null}))
  ]).filter((path) => path !== studyList);
  process.stdout.write(
    `removed: ${removed.join(", ")}, and the study's lines in ${studyList}\nThe data file stays where it is. npm run report builds the site without the study.\n`
  );
}
