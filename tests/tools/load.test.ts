import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {withPackages} from "../../tools/loader-packages.js";
import {TinyProject} from "./tiny-project.js";

let project: TinyProject;
beforeAll(() => {
  project = new TinyProject();
});
afterAll(() => project.remove());

const load = ["--import", "tsx", "tools/load.ts"];

describe("load", () => {
  it("gives the bytes that the loader's sources give, and leaves no program behind", async () => {
    const loader = join("src", "data", "tiny.zip.ts");
    const bundled = await project.run([...load, loader]);
    const plain = await project.run(["--import", "tsx", loader]);
    expect(bundled.stderr).toMatch(/^tiny\/first: .* s\)$/m);
    expect(plain.stderr).toMatch(/^tiny\/first: .* s, kept\)$/m);
    expect(bundled.stdout.equals(plain.stdout)).toBe(true);
    const left = readdirSync(join(project.folder, "docs/.observablehq/cache/programs"));
    expect(left.filter((name) => name.startsWith("run-"))).toEqual([]);
    expect((await project.run([...load, loader])).stderr).toBe("");
  });

  it("finds files and modules that a loader names beside itself", async () => {
    const beside = (name: string): string => `new URL("${name}", import.meta.url)`;
    project.write("src/data/words.txt", "beside");
    project.write(
      "src/data/named.txt.ts",
      `import {readFileSync} from "node:fs";\nprocess.stdout.write(readFileSync(${beside("./words.txt")}));\n`
    );
    project.write(
      "src/data/worker.txt.ts",
      `import {word} from "./task.js";\nprocess.stdout.write(word + String(${beside("./task.ts")}).slice(-7));\n`
    );
    project.write("src/data/task.ts", 'export const word: string = "by ";\n');
    const said = async (name: string): Promise<string> =>
      (await project.run([...load, join("src", "data", name)])).stdout.toString();
    expect(await said("named.txt.ts")).toBe("beside");
    writeFileSync(join(project.folder, "src/data/words.txt"), "changed");
    expect(await said("named.txt.ts")).toBe("changed");
    expect(await said("worker.txt.ts")).toBe("by task.ts");
  });

  it("tells wrong input in its sentence, without a trace, and any other fault with one", async () => {
    project.write(
      "src/data/wrong.zip.ts",
      'import {error} from "../engine/error.js";\n\nawait Promise.resolve();\nerror("invalid data file: a.csv; mend it");\n'
    );
    project.write("src/data/odd.txt.ts", 'throw new TypeError("odd");\n');
    const wrong = await project.run([...load, join("src", "data", "wrong.zip.ts")]);
    expect([wrong.code, wrong.stderr]).toEqual([
      1,
      "invalid data file: a.csv; mend it\nthe report of wrong was not made (exit code 1)\n"
    ]);
    expect(project.read("docs/.observablehq/fault.txt")).toBe(
      "wrong: invalid data file: a.csv; mend it"
    );
    const odd = await project.run([...load, join("src", "data", "odd.txt.ts")]);
    expect(odd.stderr).toMatch(/^TypeError: odd\n +at /);
    expect(odd.stderr).toContain("odd.txt.ts was not made");
  });

  it("says in a sentence what of a loader does not work", async () => {
    project.write("src/data/broken.txt.ts", 'import "./nowhere.js";\n');
    const {code, stderr} = await project.run([...load, join("src", "data", "broken.txt.ts")]);
    expect(code).toBe(1);
    expect(stderr).toContain('Could not resolve "./nowhere.js"');
  });
});

describe("withPackages", () => {
  it("takes imports of packages from where they are bundled, and leaves texts alone", () => {
    const text = [
      'import { a } from "one";',
      'import "one";',
      'const b = await import("one");',
      'const c = "one" + from("two");',
      'import d from "two";'
    ].join("\n");
    expect(withPackages(text, new Map([["one", "../p/one.mjs"]])).split("\n")).toEqual([
      'import { a } from "../p/one.mjs";',
      'import "../p/one.mjs";',
      'const b = await import("../p/one.mjs");',
      'const c = "one" + from("two");',
      'import d from "two";'
    ]);
  });
});
