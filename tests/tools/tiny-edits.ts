// Every kind of edit that a build and the preview have to follow, and what each must fit again.
import {tinyData, type TinyProject} from "./tiny-project.js";

/** An edit of one file of the tiny project. */
export interface Edit {
  readonly what: string;
  /** The file, as a build names it when it has changed. */
  readonly file: string;
  readonly edit: (project: TinyProject) => void;
  /** The models that are fitted again; null where the study's loader does not even run. */
  readonly refits: readonly string[] | null;
}

const study = "src/data/tiny-study.ts";

function replacing(
  path: string,
  from: string | RegExp,
  to: string
): (project: TinyProject) => void {
  return (project) => project.replace(path, from, to);
}

const line = "\n// One more line.\n";

export const edits: readonly Edit[] = [
  {
    what: "the data",
    file: "tiny.dta",
    edit: (project) => project.write("data/raw/tiny.dta", tinyData(1)),
    refits: ["first", "second"]
  },
  {
    what: "a recode",
    file: "src/data/tiny-recodes.ts",
    edit: replacing("src/data/tiny-recodes.ts", "row.y * 1", "row.y * 2"),
    refits: ["first", "second"]
  },
  {
    what: "one model's prior",
    file: study,
    edit: replacing(study, "b: normal(0, 1)", "b: normal(0, 3)"),
    refits: ["first"]
  },
  {
    what: "one model's seed",
    file: study,
    edit: replacing(study, 'seed: "two"', 'seed: "other"'),
    refits: ["second"]
  },
  {
    what: "a file of the engine",
    file: "src/engine/exact/record.ts",
    edit: replacing("src/engine/exact/record.ts", /$/, line),
    refits: ["first", "second"]
  },
  {
    what: "the lockfile",
    file: "package-lock.json",
    edit: replacing("package-lock.json", /\}\s*$/, "\n}\n"),
    refits: ["first", "second"]
  },
  {
    what: "a component",
    file: "src/components/dom.ts",
    edit: replacing("src/components/dom.ts", /$/, "export const oneMore = true;\n"),
    refits: null
  },
  {
    what: "the text of a page",
    file: "docs/index.md",
    edit: replacing("docs/index.md", "Words of the page", "Other words of the page"),
    refits: null
  },
  {
    what: "words of the study",
    file: study,
    edit: replacing(study, "A tiny study", "Another title"),
    refits: []
  }
];
