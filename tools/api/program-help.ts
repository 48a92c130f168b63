// The program's commands as it tells them itself: what for, options, examples.
import {spawnSync} from "node:child_process";

/** A command and its help, taken apart. */
export interface CommandHelp {
  readonly name: string;
  /** The help as printed. */
  readonly text: string;
  readonly usage: string;
  readonly description: string;
  /** Arguments and options, each with its words. */
  readonly lists: readonly {
    readonly title: string;
    readonly rows: readonly (readonly [term: string, words: string])[];
  }[];
  /** What follows the options: examples, exit status; paragraphs. */
  readonly rest: readonly string[];
}

/** The help of every command of the program. Raises an error when it cannot be had. */
export function programHelp(): CommandHelp[] {
  // A process of its own, since the program's modules are many and only one page asks for them.
  const args = ["--import", "tsx", "tools/api/print-help.ts"];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: "utf8"});
  if (status !== 0) throw new Error(`missing help: ${args.join(" ")} failed: ${stderr}`);
  const help = JSON.parse(stdout) as Record<string, string>;
  return Object.entries(help).map(([name, text]) => ({name, ...takeApart(text.trimEnd())}));
}

/** Help as commander prints it, in its parts. */
export function takeApart(text: string): Omit<CommandHelp, "name"> {
  const [usage = "", description = "", ...blocks] = text.split(/\n{2,}/u);
  const isList = (block: string): boolean => /^(?:Arguments|Options):\n/u.test(block);
  return {
    text,
    usage: usage.replace(/^Usage: /u, ""),
    description: description.replaceAll(/\s*\n\s*/gu, " "),
    lists: blocks.filter(isList).map((block) => {
      const [title = "", ...lines] = block.split("\n");
      return {title: title.replace(/:$/u, ""), rows: rowsOf(lines)};
    }),
    rest: blocks.filter((block) => !isList(block))
  };
}

/** A line of two blanks begins a row; a deeper one goes on with its words. */
function rowsOf(lines: readonly string[]): (readonly [string, string])[] {
  const rows: [string, string][] = [];
  for (const line of lines) {
    const begins = /^ {2}(\S.*?)(?: {2,}(.*))?$/u.exec(line);
    const last = rows.at(-1);
    const [, term = "", words = ""] = begins ?? [];
    if (begins) rows.push([term, words]);
    else if (last) last[1] = `${last[1]} ${line.trim()}`.trim();
  }
  return rows;
}
