import vm from "node:vm";
import {format, resolveConfig} from "prettier";
import {describe, expect, it} from "vitest";
import {literal} from "../../../src/data/fork/literal.js";
import {aboutOf, pageText, questionOf} from "../../../src/data/fork/page-text.js";
import {
  studyFiles,
  variableName,
  withStudy,
  withoutStudy
} from "../../../src/data/fork/study-files.js";
import type {Declaration} from "../../../src/data/define/declaration.js";

const declaration: Declaration = {
  id: "my-study",
  title: 'A "study": of letters',
  source: {
    file: "a.csv",
    bytes: 123_456,
    sha256: "0".repeat(64),
    urls: ["https://example.org/a.csv"],
    citation: "Somebody. 2020. ".repeat(12)
  },
  rows: 20_000,
  treatment: {
    column: "t",
    label: "It's a letter",
    control: [0, "None", 10],
    treated: [1, "Letter", 10]
  },
  outcomes: {y: {label: "Answer", mean: 1.5, sd: 0.25}},
  scale: {unit: "points", factor: 1, digits: 2},
  modifiers: {
    a: {
      label: "A",
      levels: [
        [0, "Zero", 12_000],
        [1, "One", 8000]
      ]
    },
    b: {
      label: "B",
      bins: [
        [-1.5, "low", 3],
        [4, "high", 4]
      ]
    }
  },
  // Names that need no quotation marks though they are not English, and one that does.
  where: {Unterstützung: [1, 2], "per cent": [3]},
  priors: ["b: normal(0, 1)"]
};

const words = {question: "For whom?", about: "What was done."};

describe("what a page says where its author does not", () => {
  it("asks the title, where that is a question", () => {
    expect(questionOf(declaration)).toBe("For whom does it's a letter change answer?");
    expect(questionOf({...declaration, title: "Do letters help?"})).toBe("Do letters help?");
  });

  it("calls rows what they are", () => {
    const compared = (own: Declaration): string => aboutOf(own).split(",")[0];
    expect(compared(declaration)).toBe(
      "Rows of “Letter” are compared with rows of “None” in answer"
    );
    expect(compared({...declaration, row: ["child", "children"]})).toBe(
      "Children of “Letter” are compared with children of “None” in answer"
    );
  });
});

describe("studyFiles", () => {
  const files = studyFiles(declaration, {rows: 7, words});

  it("writes programs as the project's formatter would", async () => {
    const options = await resolveConfig("src/data/study.ts");
    for (const {path, text} of files.filter((file) => file.path.endsWith(".ts")))
      expect(await format(text, {...options, filepath: path}), path).toBe(text);
  });

  it("writes a declaration that says what was declared", () => {
    const source = files[0].text.slice(
      files[0].text.indexOf("(") + 1,
      files[0].text.lastIndexOf(")")
    );
    expect(vm.runInThisContext(`(${source})`)).toEqual(declaration);
  });

  it("gives the page its question, the paragraph, and a file for each outcome's cells", () => {
    const text = pageText(declaration, words);
    expect(text).toMatch(/^---\ntitle: "A \\"study\\": of letters"\n/);
    expect(text).toMatch(/\n# For whom\?\n/);
    expect(text).toMatch(/\nWhat was done\.\n\n## How sure\?/);
    expect(text).toMatch(/y: \(\) => FileAttachment\(".\/data\/my-study\/cells-y\.arrow"\)/);
  });
});

describe("withStudy", () => {
  const list =
    'import {a} from "./a.js";\n\nexport const studies: readonly StudyDefinition[] = [a];\n';

  it("adds an import and an entry", () => {
    expect(withStudy(list, "my-study")).toBe(
      'import {a} from "./a.js";\nimport {myStudy} from "./my-study.js";\n\nexport const studies: readonly StudyDefinition[] = [a, myStudy];\n'
    );
    expect(variableName("one-2-three")).toBe("one2Three");
  });

  it("refuses a list that it does not know", () => {
    expect(() => withStudy("export const studies = all();\n", "a")).toThrow(
      /^invalid list of studies: /
    );
  });
});

describe("withoutStudy", () => {
  const list =
    'import {a} from "./a.js";\n\nexport const studies: readonly StudyDefinition[] = [a];\n';
  const more = ["my-study", "another-study-of-mine-and-of-yours-too", "one-more"];

  it("gives back the list as it was before, whatever the order", () => {
    const full = more.reduce(withStudy, list);
    expect(full).toMatch(/= \[\n {2}a,\n/);
    expect(more.reduce(withoutStudy, full)).toBe(list);
    expect(more.toReversed().reduce(withoutStudy, full)).toBe(list);
  });

  it("is the list itself where the study is not in it", () => {
    expect(withoutStudy(list, "my-study")).toBe(list);
  });

  it("refuses a line that it does not know", () => {
    const changed = list.replace("{a}", "{one as a}");
    expect(() => withoutStudy(changed, "a")).toThrow(
      /^invalid list of studies: .* take a out of it by hand$/
    );
  });
});

it.each([[[]], [{}], ["it's"], ['say "so"'], [`both ' and "`], [-1.5], [1e21], [12_345], [true]])(
  "literal of %j is itself",
  (value) => {
    expect(vm.runInThisContext(`(${literal(value)})`)).toEqual(value);
  }
);
