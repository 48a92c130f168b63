// Prints the help of every command as one JSON object, for the reference; one process for all.
import {createProgram} from "../../src/cli/program.js";

const help: Record<string, string> = {};
for (const command of createProgram().commands) {
  let text = "";
  // As wide as where nobody looks, whatever terminal a build is started in.
  command.configureOutput({writeOut: (part) => (text += part), getOutHelpWidth: () => 80});
  command.outputHelp();
  help[command.name()] = text;
}
process.stdout.write(JSON.stringify(help));
