// The program's commands as it tells them itself.
import {spawnSync} from "node:child_process";

/** A command's name and its help, as printed eighty columns wide. */
export interface CommandHelp {
  readonly name: string;
  readonly text: string;
}

/** The help of every command that the program lists. Raises an error when it does not start. */
export function programHelp(): CommandHelp[] {
  const names = Array.from(
    help([]).matchAll(/^ {2}([a-z]+) (?=\[options\]|[<[])/gmu),
    ([, name = ""]) => name
  );
  return names.filter((name) => name !== "help").map((name) => ({name, text: help([name])}));
}

function help(command: readonly string[]): string {
  const args = ["bin/poolhouse", ...command, "--help"];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: "utf8"});
  if (status !== 0) throw new Error(`missing help: ${args.join(" ")} failed: ${stderr}`);
  return stdout.trimEnd();
}
