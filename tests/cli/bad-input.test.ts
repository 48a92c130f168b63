import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, it} from "vitest";
import {poolhouse, poolhouseHere, temporaryFolder, writeTrial} from "./poolhouse.js";

const folder = temporaryFolder();
const data = ["--data", "trial.csv"];
const formula = ["--formula", "y ~ 1 + t + (1 + t | g)"];
const good = [...data, ...formula];
const on = (text: string) => [...data, "--formula", text];
const of = (file: string) => ["--data", file, ...formula];
const equations = (...texts: string[]) => texts.flatMap((text) => ["--equation", text]);
const prior = (text: string) => [...good, "--prior", text];

const rows = "y,t,g\n1,0,0\n2,1,0\n3,0,1\n4,1,1\n";

beforeAll(() => {
  const put = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder.path, name), content);
  writeTrial(join(folder.path, "trial.csv"));
  mkdirSync(join(folder.path, "folder.csv"));
  put("trial.txt", rows);
  put("text.dta", rows);
  put("cut.dta", readFileSync("tests/fixtures/dta/haven-118.dta").subarray(0, 700));
  put("empty.csv", "");
  put("headed.csv", "y,t,g\n");
  put("ragged.csv", `${rows}5,1\n`);
  put("latin.csv", Buffer.from("y,t,\xe9\n1,2,3\n", "latin1"));
  put("picture.csv", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "latin1"));
  put("infinite.csv", `${rows}1e999,0,1\n`);
  put("huge.csv", rows.replace(/^(\d)/gm, "$1e180"));
});

interface Bad {
  what: string;
  args: readonly string[];
  message: RegExp;
}

const files: readonly Bad[] = [
  {what: "a file that is not there", args: of("no.csv"), message: /^missing file: no\.csv; check/},
  {what: "a folder", args: of("folder.csv"), message: /^invalid file: folder\.csv is a folder; /},
  {
    what: "a file of another ending",
    args: of("trial.txt"),
    message:
      /^unsupported file: trial\.txt; its name must end in \.csv, \.dta, \.sav, \.parquet or \.arrow/
  },
  {
    what: "a truncated .dta file",
    args: of("cut.dta"),
    message: /^invalid Stata file: the file ends inside .*; get the file again/
  },
  {
    what: "text renamed .dta",
    args: of("text.dta"),
    message: /^invalid Stata file: its first bytes are not Stata's; name a \.dta file/
  },
  {what: "an empty file", args: of("empty.csv"), message: /^missing header: the csv text is empty/},
  {what: "a header alone", args: of("headed.csv"), message: /^missing rows: the data hold no row/},
  {what: "rows of several lengths", args: of("ragged.csv"), message: /^invalid row: row 6 has 2/},
  {
    what: "text in another encoding that lacks a column",
    args: of("latin.csv"),
    message: /^unknown column: g; /
  },
  {what: "a picture named .csv", args: of("picture.csv"), message: /^\w+ \w+: .*; /},
  {
    what: "a number beyond what numbers hold",
    args: of("infinite.csv"),
    message: /^invalid value in column y: Infinity in row 5; a model needs finite numbers/
  },
  {
    what: "numbers whose squares overflow",
    args: [...of("huge.csv"), "--warmup", "9", "--draws", "4"],
    message: /^invalid .*; /
  }
];

const models: readonly Bad[] = [
  {
    what: "cells of a column that is not there",
    args: [...good, "--cells", "g,gon"],
    message: /^unknown column: gon; cells need it/
  },
  {
    what: "cells of the outcome",
    args: [...good, "--cells", "g,y"],
    message: /^invalid cells: y is the outcome; leave it out/
  },
  {
    what: "an unknown column",
    args: on("y ~ t + constnt"),
    message: /: constnt; did you mean constant\?/
  },
  {
    what: "a formula that does not parse, with the position",
    args: on("y ~ 1 + (1 + t | g"),
    message:
      /^invalid formula: expected "\)", found the end at position 19.*"y ~ 1 \+ \(1 \+ t \| g▸"/
  },
  {
    what: "a sign too many",
    args: on("y ~ 1 + * t"),
    message: /found "\*" at position 9.*"y ~ 1 \+ ▸\* t"/
  },
  {
    what: "a formula without outcome",
    args: on("t + g"),
    message: /^invalid formula: .*; write it as outcome ~/
  },
  {
    what: "an equation that the formula does not mention",
    args: [...on("y ~ lambda * t"), ...equations("lambda ~ 1", "kappa ~ g")],
    message: /kappa/
  },
  {
    what: "a name that has no equation",
    args: [...on("y ~ lambda * t + controls"), ...equations("lambda ~ 1")],
    message: /controls/
  },
  {
    what: "a family that there is not",
    args: [...good, "--family", "bernouli"],
    message: /^unsupported family: bernouli; did you mean bernoulli\?/
  },
  {
    what: "a scale that there is not",
    args: [...good, "--scale", "respons"],
    message: /^unknown scale: respons; did you mean response\?/
  },
  {
    what: "an empty scale",
    args: [...good, "--scale", ""],
    message: /^unknown scale: ; there are link, response/
  },
  {
    what: "an outcome other than 0 and 1 for log-odds",
    args: [...on("g ~ t"), "--family", "bernoulli"],
    message: /^invalid outcome: g is 2 in row 3; family bernoulli needs 0 or 1 .* family gaussian/
  },
  {
    what: "exact draws of log-odds",
    args: [...on("t ~ 1 + (1 | g)"), "--family", "bernoulli", "--method", "exact"],
    message: /^unsupported method: exact draws with family bernoulli; only gaussian has them/
  },
  {
    what: "an outcome that is text",
    args: on("word ~ t"),
    message: /^invalid outcome: word is text/
  },
  {
    what: "a constant outcome",
    args: on("constant ~ t"),
    message: /^invalid outcome: constant is 1 in every row; /
  },
  {
    what: "an infinite value",
    args: on("y ~ infinite"),
    message: /^invalid value in column infinite: Infinity in row 3; /
  },
  {
    what: "a group column without values",
    args: on("y ~ t + (1 | gone)"),
    message: /^missing rows: column gone is missing in every row; /
  },
  {
    what: "an unknown family",
    args: [...good, "--family", "gausian"],
    message: /^un\w+ family: gausian; did you mean gaussian\?/
  },
  {
    what: "an unknown method",
    args: [...good, "--method", "gibbs"],
    message: /^unsupported method: gibbs; use auto, exact or nuts/
  }
];

const effects: readonly Bad[] = [
  {
    what: "a treatment with one value",
    args: [...on("y ~ constant"), "--treatment", "constant"],
    message: /^invalid treatment: constant is 1 in every row; /
  },
  {
    what: "a treatment with three levels of text",
    args: [...on("y ~ three"), "--treatment", "three"],
    message: /^ambiguous treatment: three has 3 levels \(x, y, z.*\); make a 0\/1 column/
  },
  {
    what: "an unknown treatment",
    args: [...good, "--treatment", "tt"],
    message: /: tt; did you mean t\?/
  },
  {
    what: "groups by an unknown column",
    args: [...good, "--treatment", "t", "--by", "g,thre"],
    message: /^unknown column: thre; did you mean three\?/
  },
  {
    what: "groups by an empty name",
    args: [...good, "--treatment", "t", "--by", "g,"],
    message: /^invalid value of --by: "g,"; write column names with commas between/
  },
  {
    what: "a modifier twice",
    args: [...good, "--treatment", "t", "--by", "g,g"],
    message: /^ambiguous value of --by: g comes twice/
  },
  {
    what: "groups of no treatment",
    args: [...good, "--by", "g"],
    message: /^missing --treatment: --by g groups an effect; /
  },
  {
    what: "groups whose column lacks every value",
    args: [...good, "--treatment", "t", "--by", "gone"],
    message: /^missing rows: column gone is missing in every row; /
  }
];

const priors: readonly Bad[] = [
  {
    what: "an unknown distribution",
    args: prior("b: nrmal(0, 1)"),
    message: /: nrmal in .*; did you mean normal\?/
  },
  {
    what: "an unknown class",
    args: prior("bb: normal(0, 1)"),
    message: /^unknown class in prior .*: bb; did you mean b\?/
  },
  {
    what: "an unknown coefficient",
    args: prior("b[tt]: normal(0, 1)"),
    message: /: tt; did you mean t\?/
  },
  {
    what: "an unknown group",
    args: prior("sd[gg]: normal(0, 1)"),
    message: /: gg; did you mean g\?/
  },
  {what: "a negative sd", args: prior("b: normal(0, -1)"), message: /sd -1; it must be positive/},
  {what: "too few arguments", args: prior("b: normal(0)"), message: /; it takes mean, sd/},
  {
    what: "an argument that is no number",
    args: prior("b: normal(0, x)"),
    message: /; sd must be a number/
  },
  {
    what: "no colon",
    args: prior("b normal(0, 1)"),
    message: /; write class\[coef\|group\]: distribution/
  },
  {
    what: "lkj on a coefficient",
    args: prior("b: lkj(1)"),
    message: /^invalid prior for b: lkj; lkj is for cor only/
  }
];

const options: readonly Bad[] = [
  {
    what: "no chain",
    args: [...good, "--chains", "0"],
    message: /^invalid number of chains: 0; .* from 1 to 64/
  },
  {
    what: "chains in words",
    args: [...good, "--chains", "four"],
    message: /^invalid value of --chains: "four"; must be a number/
  },
  {
    what: "too few draws",
    args: [...good, "--draws", "2"],
    message: /^invalid number of draws: 2; .* from 4 /
  },
  {
    what: "an empty warm-up",
    args: [...good, "--warmup", ""],
    message: /^invalid value of --warmup: ""; must be a number/
  },
  {
    what: "no worker",
    args: [...good, "--workers", "0"],
    message: /^invalid value of --workers: "0"; must be a whole number from 1/
  },
  {
    what: "an impossible acceptance",
    args: [...good, "--target-acceptance", "1"],
    message: /^invalid target acceptance: 1; /
  },
  {
    what: "--seed without a text",
    args: [...good, "--seed"],
    message: /^missing value: --seed <text> has none; write one after it$/m
  },
  {
    what: "an unknown option",
    args: [...good, "--drws", "9"],
    message: /^unknown option: --drws; did you mean --draws\?$/m
  },
  {
    what: "an option unlike any",
    args: [...good, "--zzz"],
    message: /^unknown option: --zzz; --help lists what there is$/m
  },
  {what: "no --data", args: formula, message: /^missing option: --data <file>; it is required$/m},
  {
    what: "no --formula",
    args: data,
    message: /^missing option: --formula <text>; it is required$/m
  },
  {
    what: "a stray word",
    args: [...good, "stray"],
    message: /^invalid arguments: too many for fit; put quotes/
  }
];

describe.for([
  {about: "data", cases: files},
  {about: "a model", cases: models},
  {about: "an effect", cases: effects},
  {about: "a prior", cases: priors},
  {about: "an option", cases: options}
])("poolhouse fit, wrong in $about, says so in one sentence on stderr and exits 2:", ({cases}) => {
  it.for(cases)("$what", async ({args, message}, {expect}) => {
    const out = ["--warmup", "20", "--draws", "20", "--chains", "2", "--out", "out"];
    const already = out.filter((_, i) => !args.includes(out[i - (i % 2)]));
    const {code, stdout, stderr} = await poolhouseHere(["fit", ...already, ...args], folder.path);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(readdirSync(folder.path).filter((name) => /^out$|^\.poolhouse/.test(name))).toEqual([]);
  });
});

describe("poolhouse", () => {
  it.for([
    {
      what: "an unknown command",
      args: ["fti"],
      message: /^unknown command: fti; did you mean fit\?\n$/
    },
    {
      what: "an unknown study",
      args: ["data", "side-takin"],
      message: /^unknown study: side-takin; did you mean side-taking\?\n$/
    },
    {
      what: "one study too many",
      args: ["data", "side-taking", "alliances"],
      message: /^invalid arguments: too many for data; .*\n$/
    }
  ])("refuses $what in one sentence", async ({args, message}, {expect}) => {
    const {code, stdout, stderr} = await poolhouse(args, folder.path);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(message);
  });
});
