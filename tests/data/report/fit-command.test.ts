import {spawnSync} from "node:child_process";
import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {csvFormat} from "d3";
import {beforeAll, describe, expect, it} from "vitest";
import {fitCommand} from "../../../src/data/report/fit-command.js";
import type {FittedModel} from "../../../src/data/study.js";
import {temporaryFolder} from "../../cli/poolhouse.js";
import {fitTiny, tinyColumns} from "./tiny-study.js";

const study = {id: "tiny", preparedFile: "rows.csv"};
const folder = temporaryFolder();
let fitted: FittedModel[];

/** The tiny study's rows as `poolhouse data --prepared` would leave them, beside the program. */
function layOut(): void {
  const names = Object.keys(tinyColumns);
  const rows = Array.from({length: tinyColumns.y.length}, (_, i) =>
    Object.fromEntries(
      names.map((name) => {
        const value = tinyColumns[name][i];
        return [name, Number.isNaN(value) ? "" : value];
      })
    )
  );
  mkdirSync(join(folder.path, "prepared"));
  writeFileSync(join(folder.path, "prepared", study.preparedFile), `${csvFormat(rows)}\n`);
  symlinkSync(resolve("bin"), join(folder.path, "bin"));
}

interface Answer {
  readonly parameters: readonly {readonly variable: string; readonly mean: number}[];
  readonly effects: readonly {readonly mean: number}[];
}

beforeAll(async () => {
  layOut();
  fitted = await fitTiny();
});

describe("fitCommand", () => {
  it("first writes the rows, then fits", () => {
    const [first, second] = fitCommand(fitted[0], study).split("\n");
    expect(first).toBe("./bin/poolhouse data tiny --prepared prepared");
    expect(second).toBe("./bin/poolhouse fit --data prepared/rows.csv \\");
  });

  // A shell reads the quotation marks; that of Windows reads others.
  it.runIf(process.platform !== "win32").each([0, 1, 2])(
    "run in a shell, gives the numbers of the study's own fit (model %i)",
    (k) => {
      const {fit} = fitted[k];
      const command = fitCommand(fitted[k], study).trim().split("\n").slice(1).join("\n");
      const run = spawnSync("sh", ["-c", `${command} --json`], {
        cwd: folder.path,
        encoding: "utf8",
        maxBuffer: 2 ** 26
      });
      const answer = JSON.parse(run.stdout) as Answer;
      expect(answer.parameters.map(({variable, mean}) => [variable, mean])).toEqual(
        fit.parameters.map(({variable, mean}) => [variable, mean])
      );
      expect(answer.effects.map(({mean}) => mean)).toEqual(
        fit.effects.groups.map(({mean}) => mean)
      );
    }
  );

  it("repeats what the study asked of the sampler beside the usual, and no more", () => {
    const [one] = fitted;
    const options = {...one.fit.options, targetAcceptance: 0.95, maxTreeDepth: 12};
    const asked = {...one.model, sampler: {...one.model.sampler, method: "nuts"}} as const;
    const command = fitCommand({...one, model: asked, fit: {...one.fit, options}}, study);
    expect(command).toMatch(
      /--target-acceptance 0.95 \\\n {2}--max-treedepth 12 \\\n {2}--method nuts\n$/
    );
    expect(fitCommand(one, study)).not.toMatch(/--target|--max-tree|--method|--family/);
  });

  it("names a family other than the usual", () => {
    const [one] = fitted;
    const model = {...one.fit.model, family: "bernoulli"} as const;
    expect(fitCommand({...one, fit: {...one.fit, model}}, study)).toContain("--family bernoulli");
  });

  it("quotes what a shell would take apart", () => {
    const [one] = fitted;
    const options = {...one.fit.options, seed: "it's $HOME"};
    expect(fitCommand({...one, fit: {...one.fit, options}}, study)).toContain(
      "--seed 'it'\\''s $HOME'"
    );
  });
});
