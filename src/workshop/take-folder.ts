// A study folder of a reader's file, as `poolhouse new` writes it, in one archive.
import {zipSync, strToU8} from "fflate";
import type {Declaration} from "../data/define/declaration.js";
import {aboutOf, questionOf} from "../data/fork/page-text.js";
import {studyFiles, studyList, variableName, type NewFile} from "../data/fork/study-files.js";

/** The files of the study, and words on where they go; the data file is not among them. */
export function folderFiles(declaration: Declaration, rows: number): NewFile[] {
  const words = {question: questionOf(declaration), about: aboutOf(declaration)};
  return [
    ...studyFiles(declaration, {rows, words}),
    {path: `${declaration.id}-README.txt`, text: readme(declaration)}
  ];
}

/** {@link folderFiles} as the bytes of a .zip; the same choice gives the same bytes. */
export function folderZip(declaration: Declaration, rows: number): Uint8Array {
  const files = folderFiles(declaration, rows).map(
    ({path, text}) => [path, strToU8(text)] as const
  );
  return zipSync(Object.fromEntries(files), {mtime: new Date(1980, 0, 1), level: 6});
}

function readme({id, source}: Declaration): string {
  const name = variableName(id);
  return `Unpack this in the root of Poolhouse. Nothing in it is a row of your data.

1. Put ${source.file} into data/raw/, which git ignores.
2. In ${studyList} add
     import {${name}} from "./${id}.js";
   and ${name} to the list.
3. npm run report
`;
}
