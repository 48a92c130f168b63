// The reference in a page: a fence "api engine" holds the door of that name, "api program" the commands.
import type {MarkdownCore} from "../sources.js";
import {doors} from "./doors.js";
import {renderDoor, renderProgram} from "./render.js";

/** Puts the reference of a door where a fence names it. Raises an error for an unknown one. */
export function useApi(markdown: MarkdownCore): void {
  markdown.core.ruler.push("api", ({tokens}) => {
    for (const token of tokens) {
      const id = /^api (\w+)$/u.exec(token.info)?.[1];
      if (token.type !== "fence" || id === undefined) continue;
      token.type = "html_block";
      token.info = "";
      token.content = reference(id);
    }
  });
}

function reference(id: string): string {
  if (id === "program") return renderProgram();
  const door = doors.find((one) => one.id === id);
  if (!door) throw new Error(`unknown door: ${id}; there are program and tools/api/doors.ts's`);
  return renderDoor(door);
}
