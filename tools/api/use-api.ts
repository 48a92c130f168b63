// The reference in a page: a fence "api engine" holds the door of that name, "api program" the commands.
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {keepIn} from "../../src/data/keep/keep.js";
import {digest, fileIdentity, filesUnder} from "../fingerprint.mjs";
import type {MarkdownCore} from "../sources.js";
import {doors} from "./doors.js";
import {renderDoor, renderProgram, sourcesAddress} from "./render.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Reading the sources with the compiler takes seconds, so that what they say is kept until one of them changes. */
const kept = keepIn({
  folder: join("docs", ".observablehq", "cache", "api"),
  mostFiles: 2 * (doors.length + 1)
});

/** Puts the reference of a door where a fence names it. Raises an error for an unknown one. */
export function useApi(markdown: MarkdownCore): void {
  markdown.core.ruler.push("api", ({tokens}) => {
    let sources: string | undefined;
    for (const token of tokens) {
      const id = /^api (\w+)$/u.exec(token.info)?.[1];
      if (token.type !== "fence" || id === undefined) continue;
      token.type = "html_block";
      token.info = "";
      sources ??= sourcesKey();
      token.content = reference(id, sources);
    }
  });
}

/** The hash of all that decides what a reference says. */
function sourcesKey(): string {
  const files = [...filesUnder("src"), ...filesUnder(here), "package-lock.json", "tsconfig.json"];
  return digest([
    sourcesAddress() ?? "",
    process.version,
    ...files.map((path) => `${path} ${fileIdentity(path)}`)
  ]);
}

function reference(id: string, sources: string): string {
  const key = digest([id, sources]);
  const known = kept.read(key);
  if (typeof known === "string") return known;
  const text = render(id);
  kept.write(key, text);
  return text;
}

function render(id: string): string {
  if (id === "program") return renderProgram();
  const door = doors.find((one) => one.id === id);
  if (!door) throw new Error(`unknown door: ${id}; there are program and tools/api/doors.ts's`);
  return renderDoor(door);
}
