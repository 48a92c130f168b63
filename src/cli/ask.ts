// Questions on a terminal, each with an answer to accept.
import {createInterface} from "node:readline/promises";

/** Asks a question; an empty answer is the suggestion. */
export interface Ask {
  (question: string, suggestion: string): Promise<string>;
  close(): void;
}

/** Asks on standard error, so that what is printed stays apart. */
export function terminalAsk(): Ask {
  const lines = createInterface({input: process.stdin, output: process.stderr});
  const ask = async (question: string, suggestion: string): Promise<string> => {
    const shown = suggestion === "" ? "" : ` [${suggestion}]`;
    const answer = (await lines.question(`${question}${shown}: `)).trim();
    return answer === "" ? suggestion : answer;
  };
  return Object.assign(ask, {
    close: () => {
      lines.close();
    }
  });
}
