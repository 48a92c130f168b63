// npm run dev: a preview that follows every edit of a page, a module, a study or a data file.
import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {install} from "./install.mjs";
import {framework, getData} from "./site.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  install();
  if (getData() === "wrong")
    process.stderr.write(
      "the page of that study cannot be drawn until its file is mended; all others can\n"
    );
  // What an edit moves beside the site as it was last built; say POOLHOUSE_DIFF= for a preview without.
  process.env.POOLHOUSE_DIFF ??= "dist";
  const child = spawn(process.execPath, [...framework, "preview", ...process.argv.slice(2)], {
    stdio: "inherit"
  });
  // The terminal sends SIGINT to both.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code) => process.exit(code ?? 0));
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
