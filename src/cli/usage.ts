// What commander refuses, said in this program's voice.
import type {CommanderError} from "commander";

type Sentence = (thing: string, error: CommanderError) => string;

const sentences: Readonly<Partial<Record<string, Sentence>>> = {
  "commander.unknownOption": (option, error) => `unknown option: ${option}; ${remedy(error)}`,
  "commander.unknownCommand": (command, error) => `unknown command: ${command}; ${remedy(error)}`,
  "commander.missingMandatoryOptionValue": (option) => `missing option: ${option}; it is required`,
  "commander.optionMissingArgument": (option) =>
    `missing value: ${option} has none; write one after it`,
  "commander.excessArguments": (command) =>
    `invalid arguments: too many for ${command}; put quotes around values that hold spaces`
};

/**
 * One sentence for a usage error of commander, or null for what is no error, such as `--help`, and
 * for the help that commander has printed itself.
 */
export function usageSentence(error: CommanderError): string | null {
  if (error.exitCode === 0 || error.code === "commander.help") return null;
  const thing = /'(?<thing>[^']*)'/u.exec(error.message)?.groups?.thing ?? "";
  return sentences[error.code]?.(thing, error) ?? error.message.replace(/^error: /u, "");
}

function remedy({message}: CommanderError): string {
  const near = /\(Did you mean (?<near>[^)]*)\?\)/u.exec(message)?.groups?.near;
  return near === undefined ? "--help lists what there is" : `did you mean ${near}?`;
}
