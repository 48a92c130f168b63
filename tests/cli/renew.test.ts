import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import vm from "node:vm";
import {format, resolveConfig} from "prettier";
import {beforeEach, describe, expect, it} from "vitest";
import type {Declaration} from "../../src/data/define/declaration.js";
import {defineStudy} from "../../src/data/define/define-study.js";
import {prepare} from "../../src/data/prepare.js";
import {poolhouseHere, temporaryFolder, type Ended} from "./poolhouse.js";

const folder = temporaryFolder();
const home = "src/data/studies/letters.ts";
const test = "tests/data/studies/letters.test.ts";
const copy = "data/raw/voters.csv";
const at = (path: string): string => join(folder.path, path);
const text = (path: string): string => readFileSync(at(path), "utf8");
const run = (...args: string[]): Promise<Ended> =>
  poolhouseHere(args, folder.path, {POOLHOUSE_DATA: ""});
const edit = (path: string, from: string | RegExp, to: string): void => {
  expect(text(path)).toMatch(from);
  writeFileSync(at(path), text(path).replace(from, to));
};

/** Voters of three parties in forty villages; the same each time, and no number in it says anything. */
const voters = Array.from({length: 400}, (_, i) => {
  const arm = (i * 7) % 11 < 5 ? "none" : "sent";
  const party = ["Red", "Green", "Blue"][((i * 5) % 7) % 3];
  return [arm, party, String(18 + ((i * 37) % 70)), String((i * 13) % 10), `v${String(i % 40)}`];
});
const csv = (
  rows: readonly (readonly string[])[],
  header = "letter,party,age,score,village"
): string => `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`;
/** The file with one cell of its first row replaced. */
const withCell = (k: number, cell: string): string =>
  csv([voters[0].map((one, j) => (j === k ? cell : one)), ...voters.slice(1)]);

/** The declaration as the project has it now. */
function declared(): Declaration {
  const [, literal] = /defineStudy\(([\s\S]*)\);/.exec(text(home))!;
  return vm.runInThisContext(`(${literal})`) as Declaration;
}

beforeEach(async () => {
  rmSync(at("src"), {recursive: true, force: true});
  for (const path of ["data", "docs", "tests"]) rmSync(at(path), {recursive: true, force: true});
  mkdirSync(at("src/data/studies"), {recursive: true});
  for (const file of ["index", "side-taking", "alliances"])
    copyFileSync(resolve(`src/data/studies/${file}.ts`), at(`src/data/studies/${file}.ts`));
  writeFileSync(at("voters.csv"), csv(voters));
  const made = await run(
    ...["new", "letters", "--data", "voters.csv", "--treatment", "letter", "--outcome", "score"],
    ...["--modifiers", "party,age", "--clusters", "village"]
  );
  expect(made).toMatchObject({code: 0});
});

describe("poolhouse renew", () => {
  it("makes the declaration hold of a file with fifty rows fewer, and keeps what was edited", async () => {
    edit(home, 'label: "Party"', 'label: "Whom they vote for"');
    edit(home, '["Green", "Green",', '["Green", "Ecologists",');
    edit(home, "// The study called Letters", "// Letters to voters, as I see them");
    writeFileSync(at("voters.csv"), csv(voters.slice(50)));
    const {code, stdout, stderr} = await run("renew", "letters", "--data", "voters.csv");
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    expect(stdout).toMatch(/^400 rows are now 350\nvoters\.csv: [\d,]+ → [\d,]+ bytes\n/);
    expect(stdout).toMatch(/\nWhom they vote for: .*“Ecologists” \d+ → \d+/);
    expect(stdout).toMatch(/npm run report .* .\/bin\/poolhouse diff .*\n$/);

    const declaration = declared();
    const bytes = readFileSync(at("voters.csv"));
    expect(declaration.source).toEqual({
      file: "voters.csv",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex")
    });
    expect(declaration.rows).toBe(350);
    expect(declaration.modifiers.party.label).toBe("Whom they vote for");
    const green = voters.slice(50).filter(([, party]) => party === "Green").length;
    expect(declaration.modifiers.party.levels).toContainEqual(["Green", "Ecologists", green]);
    expect(text(home)).toMatch(/^\/\/ Letters to voters, as I see them: the study as declared\.\n/);
    expect(readFileSync(at(copy))).toEqual(bytes);

    const raw = {raw: at("data/raw"), folder: "", offline: true};
    const {table, standIn} = await prepare(defineStudy(declaration), raw);
    expect({standIn, rows: table.numRows()}).toEqual({standIn: "", rows: 350});
    expect(text(test)).toMatch(/toBe\(350\);\n[\s\S]*toBe\(350\);\n/);
  });

  it("writes the study as the project's formatter would", async () => {
    writeFileSync(at("fewer.csv"), csv(voters.slice(50)));
    // As a clone on Windows has it, with a quotation mark and a last range without an end.
    edit(home, /\[87, "53–87", \d+\]/, '[Infinity, "older (or \\"not\\")", 0]');
    writeFileSync(at(home), text(home).replaceAll("\n", "\r\n"));
    expect(await run("renew", "letters", "--data", "fewer.csv")).toMatchObject({code: 0});
    expect(text(home)).toContain(`[Infinity, 'older (or "not")', 175]`);
    for (const path of [home, test]) {
      const options = await resolveConfig("src/data/study.ts");
      expect(await format(text(path), {...options, filepath: path}), path).toBe(text(path));
    }
  });

  it("takes a file of another name, and leaves the former one alone", async () => {
    writeFileSync(at("fewer.csv"), csv(voters.slice(50)));
    const {code, stdout} = await run("renew", "letters", "--data", "fewer.csv");
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nthe file is now fewer\.csv, and was voters\.csv\n/);
    expect(declared().source.file).toBe("fewer.csv");
    expect(text("data/raw/fewer.csv")).toBe(csv(voters.slice(50)));
    expect(text(copy)).toBe(csv(voters));
    expect(text("voters.csv")).toBe(csv(voters));
  });

  it("counts levels that the author has just declared, in a file that is the same", async () => {
    edit(home, '["Red", "Red",', '["Red", "Red or blue",');
    edit(home, /\["Blue", "Blue", \d+\]/, '["Blue", "Red or blue", 0]');
    const {code, stdout} = await run("renew", "letters", "--data", "voters.csv");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^400 rows, as before\nParty: “Red or blue” \d+ → \d+\n/);
    const blue = voters.filter(([, party]) => party === "Blue").length;
    expect(declared().modifiers.party.levels).toContainEqual(["Blue", "Red or blue", blue]);
  });

  it("says which comments are not kept, and keeps those before and behind", async () => {
    edit(home, "  rows: 400,", '  // of one "county" (ours)\n  rows: 400, /* all */');
    edit(home, "});\n", "});\n// The end.\n");
    edit(home, "/** The whole study: change it here", "/** Mine: change it here");
    const {code, stdout} = await run("renew", "letters", "--data", "voters.csv");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\ncomments within .* not kept; .*letters\.ts .*:\n {2}\/\/ of one "county" \(ours\)\n {2}\/\* all \*\/\n/
    );
    expect(text(home)).toMatch(/\/\*\* Mine: [\s\S]*\}\);\n\/\/ The end\.\n$/);
    expect(text(home)).not.toMatch(/county/);
  });

  it("leaves a test alone that is not as new wrote it, and says so", async () => {
    writeFileSync(at(test), "// Mine.\n");
    const {code, stdout} = await run("renew", "letters", "--data", "voters.csv");
    expect(code).toBe(0);
    expect(stdout).toMatch(/letters\.test\.ts is not as new wrote it/);
    expect(text(test)).toBe("// Mine.\n");
  });

  it("names other studies of a file that has changed", async () => {
    writeFileSync(at("src/data/studies/mail.ts"), text(home).replace("letters =", "mail ="));
    writeFileSync(at("voters.csv"), csv(voters.slice(50)));
    const {stdout} = await run("renew", "letters", "--data", "voters.csv");
    expect(stdout).toMatch(
      /\nmail is of the same file: \.\/bin\/poolhouse renew mail --data voters\.csv\n/
    );
  });
});

describe("poolhouse renew refuses, in a sentence, and writes nothing", () => {
  const refused = async (content: string, sentence: RegExp): Promise<void> => {
    writeFileSync(at("voters.csv"), content);
    const before = [home, test, copy].map(text);
    const {code, stdout, stderr} = await run("renew", "letters", "--data", "voters.csv");
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(sentence);
    expect([home, test, copy].map(text)).toEqual(before);
  };

  it.each([
    [
      "a value without a level",
      withCell(1, "Grey"),
      /^unknown value: “Grey” of party in voters\.csv \(1 row\) has no level; declare one, [^\n]*letters\.ts[^\n]*\n$/
    ],
    [
      "a level without rows",
      csv(voters.filter(([, party]) => party !== "Blue")),
      /^missing rows: no row of voters\.csv has “Blue” of party any more; [^\n]*\n$/
    ],
    [
      "a column that is gone",
      csv(voters, "letter,parti,age,score,village"),
      /^missing column: party, a modifier of the study, is not in voters\.csv \(did you mean parti\?\); [^\n]*\n$/
    ],
    [
      "an outcome that turned to text",
      withCell(3, "many"),
      /^invalid outcome: score holds texts in voters\.csv, such as “many”, [^\n]*\n$/
    ],
    [
      "an age beyond the last range",
      withCell(2, "99"),
      /^unknown value: 99 of age in voters\.csv is beyond the last bin, [^\n]*\n$/
    ],
    ["rows of another length", withCell(4, "v0,x"), /^invalid row: [^\n]*\n$/]
  ])("%s", (_why, content, sentence) => refused(content, sentence));

  it("a file of the name that is not the declared one", async () => {
    writeFileSync(at(copy), "another's");
    await refused(
      csv(voters.slice(50)),
      /^ambiguous data file: .*data\/raw\/voters\.csv has the same name, [^\n]*\n$/
    );
  });

  it("a declaration that is more than plain values", async () => {
    edit(home, "rows: 400", "rows: 2 * half");
    await refused(
      csv(voters),
      /^unsupported study: .*letters\.ts declares more than plain values \(half is not defined\); [^\n]*\n$/
    );
  });

  it("a file that is looked for first, and is another", async () => {
    mkdirSync(at("shared"), {recursive: true});
    writeFileSync(at("shared/voters.csv"), csv(voters));
    writeFileSync(at("voters.csv"), csv(voters.slice(50)));
    const args = ["renew", "letters", "--data", "voters.csv"];
    const {code, stderr} = await poolhouseHere(args, folder.path, {POOLHOUSE_DATA: at("shared")});
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^ambiguous data file: .*shared\/voters\.csv has the same name and other bytes, /
    );
    expect(text("shared/voters.csv")).toBe(csv(voters));
    expect(declared().rows).toBe(400);
  });

  it.each([
    ["side-taking", /^unsupported study: side-taking is written by hand, [^\n]*\n$/],
    ["alliances", /^unsupported study: alliances is written by hand, [^\n]*\n$/],
    ["leters", /^unknown study: leters; did you mean letters\?\n$/]
  ])("the study %s", async (id, sentence) => {
    const {code, stdout, stderr} = await run("renew", id, "--data", "voters.csv");
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(sentence);
    expect(existsSync(at(`src/data/studies/${id}.ts`))).toBe(id !== "leters");
  });
});
