// The reference tells every public name, with its comment, and every command of the program.
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import * as engine from "../../../src/engine/index.js";
import * as live from "../../../src/live/index.js";
import {poolhouse} from "../../cli/poolhouse.js";
import {doors, type Door} from "../../../tools/api/doors.js";
import {programHelp, takeApart} from "../../../tools/api/program-help.js";
import {readExports, readSections} from "../../../tools/api/read-exports.js";
import {escape, renderDoor, renderProgram, sentences} from "../../../tools/api/render.js";
import {useApi} from "../../../tools/api/use-api.js";

const door = (id: string): Door => {
  const found = doors.find((one) => one.id === id);
  if (!found) throw new Error(`no door ${id}`);
  return found;
};

/** The names in a door's HTML. */
const namesIn = (html: string): string[] =>
  Array.from(html.matchAll(/<summary><code>(\w+)<\/code>/gu), ([, name = ""]) => name);

describe.each(doors)("the door $id", ({id, modules}) => {
  const entries = modules.flatMap(readExports);

  it("has a comment on every public name", () => {
    const mute = entries.filter(({doc}) => !/\w{2,}.*[.:;\]"]$/su.test(doc));
    expect(mute.map(({file, name}) => `${file}: ${name}`)).toEqual([]);
  });

  it("is told whole, each once, with its signature", () => {
    const html = renderDoor(door(id));
    const once = new Map(
      entries.map((entry) => [`${entry.file} ${String(entry.line)}`, entry.name])
    );
    expect(namesIn(html).sort()).toEqual([...once.values()].sort());
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/gu), ([, name]) => name);
    expect(new Set(ids).size).toBe(once.size);
    for (const {signature} of entries) expect(html).toContain(escape(signature));
  });

  it("says where a name is declared", () => {
    for (const {file, line, name} of entries) {
      const [text = ""] = readFileSync(file, "utf8")
        .split("\n")
        .slice(line - 1);
      const isRenamed = name === "ModifierCard";
      expect(text, `${file}:${line}`).toMatch(
        isRenamed ? /^export / : new RegExp(`^export .*\\b${name}\\b`)
      );
    }
  });
});

describe("the doors", () => {
  it("are told with all values that they have at run time", () => {
    expect(namesIn(renderDoor(door("engine")))).toEqual(
      expect.arrayContaining(Object.keys(engine))
    );
    expect(namesIn(renderDoor(door("live")))).toEqual(expect.arrayContaining(Object.keys(live)));
  });

  it("have every type that the engine's text hands out", () => {
    const text = readFileSync("src/engine/index.ts", "utf8");
    const types = Array.from(text.matchAll(/\btype ([A-Z]\w+)/gu), ([, name]) => name);
    expect(types.length).toBeGreaterThan(20);
    expect(namesIn(renderDoor(door("engine")))).toEqual(expect.arrayContaining(types));
  });

  it("have every component that a page imports; add a new one's file to tools/api/doors.ts", () => {
    const pages = readdirSync("docs").filter((file) => file.endsWith(".md"));
    const imported = pages.flatMap((page) =>
      Array.from(
        readFileSync(join("docs", page), "utf8").matchAll(
          /^import \{([^}]+)\} from "\.\/components\/[^"]+"/gmu
        ),
        ([, names = ""]) => names.split(",").map((name) => name.trim())
      ).flat()
    );
    expect(imported.length).toBeGreaterThan(100);
    const told = new Set(namesIn(renderDoor(door("components"))));
    expect(imported.filter((name) => !told.has(name))).toEqual([]);
  });

  it("divide the engine as its door does", () => {
    const titles = readSections("src/engine/index.ts").map(({title}) => title);
    expect(titles[0]).toBe("Nouns");
    expect(titles).toContain("The whole path");
  });
});

describe("the program", () => {
  it("is told command by command, as it prints its own help", async () => {
    const commands = programHelp();
    const {stdout} = await poolhouse(["fit", "--help"], ".");
    expect(commands[0]).toMatchObject({name: "fit", text: stdout.trimEnd()});
    const files = readdirSync("src/cli").map((file) => readFileSync(join("src/cli", file), "utf8"));
    const declared = files.flatMap((text) =>
      Array.from(text.matchAll(/\.command\("(\w+)"\)/gu), ([, name]) => name)
    );
    expect(commands.map(({name}) => name).sort()).toEqual(declared.sort());
    const all = commands.map(({text}) => text).join("\n");
    const options = files.flatMap((text) =>
      Array.from(text.matchAll(/[oO]ption\(\s*"(--[^"]+)"/gu), ([, flag]) => flag)
    );
    expect(options.length).toBeGreaterThan(30);
    for (const option of options) expect(all).toContain(option);
    const html = renderProgram();
    for (const {lists, usage, description} of commands) {
      expect(html).toContain(escape(usage));
      expect(html).toContain(escape(description.slice(1)));
      for (const [term, words] of lists.flatMap(({rows}) => rows))
        expect(html).toContain(`<dt><code>${escape(term)}</code></dt><dd>${escape(words)}</dd>`);
    }
    const rows = commands.flatMap(({lists}) => lists.flatMap((list) => list.rows));
    expect(rows.map(([term]) => term)).toEqual(expect.arrayContaining(options));
    expect(rows.filter(([, words]) => words === "")).toEqual([]);
  });
});

describe("help", () => {
  it("is taken apart: rows whose words go on, and paragraphs", () => {
    const text = `Usage: p fit [options]

fit a model
to a file

Options:
  --data <file>  a file,
                 of any kind
  --json         one object

Examples:
  p fit --data a.csv

Exit status: 0 done.`;
    expect(takeApart(text)).toMatchObject({
      usage: "p fit [options]",
      description: "fit a model to a file",
      lists: [
        {
          title: "Options",
          rows: [
            ["--data <file>", "a file, of any kind"],
            ["--json", "one object"]
          ]
        }
      ],
      rest: ["Examples:\n  p fit --data a.csv", "Exit status: 0 done."]
    });
  });
});

describe("a page's fence", () => {
  const rendered = (info: string) => {
    const token = {type: "fence", info, content: ""};
    let rule: (state: {tokens: (typeof token)[]}) => void = () => undefined;
    useApi({core: {ruler: {push: (_, own) => (rule = own)}}});
    rule({tokens: [token]});
    return token;
  };

  it("holds the door that it names", () => {
    const {type, content} = rendered("api live");
    expect(type).toBe("html_block");
    expect(content).toBe(renderDoor(door("live")));
  });

  it("stops the build at a door that is not there", () => {
    expect(() => rendered("api none")).toThrow(/^unknown door: none; /);
    expect(rendered("sh").type).toBe("fence");
  });
});

describe("words and code", () => {
  it("are escaped, Framework's marks too", () => {
    expect(escape("a<b> & ${c}")).toBe("a&lt;b&gt; &amp; &#36;{c}");
  });

  it("are parted after the first sentence", () => {
    expect(sentences("One, e.g. this. Two.\nThree.")).toEqual({
      first: "One, e.g. this.",
      rest: "Two.\nThree."
    });
    expect(sentences("Only one")).toEqual({first: "Only one", rest: ""});
  });
});
