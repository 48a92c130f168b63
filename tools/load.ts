// Framework's interpreter for loaders: emits the stored output for the loader's key, or runs it.
import {spawn} from "node:child_process";
import {realpathSync} from "node:fs";
import {relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {compared} from "./compared.js";
import {bundleLoader, withProgram, type LoaderBundle} from "./loader-bundle.js";
import {inputsKey, loaderTarget, storeOutput, storedOutput} from "./loaders.js";

const mostRuns = 5;

// From the project's root: this program is compiled to elsewhere.
const fault = pathToFileURL(resolve("tools/loader-fault.mjs")).href;

/** "the report of tunisia", and any other file by its loader. */
function named(loader: string): string {
  const target = loaderTarget(loader);
  return target.endsWith(".zip") ? `the report of ${target.slice(0, -".zip".length)}` : loader;
}

function run(loader: string, bundle: LoaderBundle, args: readonly string[]): Promise<Buffer> {
  return withProgram(
    loader,
    bundle,
    (program) =>
      new Promise((done, failed) => {
        const child = spawn(process.execPath, ["--import", fault, ...program, ...args], {
          stdio: ["ignore", "pipe", "inherit"]
        });
        const chunks: Buffer[] = [];
        child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
        child.on("error", failed);
        child.on("close", (code) => {
          if (code === 0) done(Buffer.concat(chunks));
          else
            failed(new Error(`${named(loader)} was not made (exit code ${code ?? "of a signal"})`));
        });
      })
  );
}

/**
 * The output of `loader` for what it is made from at the end of the run, so that an edit, or a
 * download by the loader itself, never leaves an older output under a newer key.
 */
async function load(loader: string, args: readonly string[]): Promise<Buffer> {
  let bundle = await bundleLoader(loader);
  let key = inputsKey(bundle.inputs, args);
  for (let attempt = 0; attempt < mostRuns; ++attempt) {
    const stored = storedOutput(loader, key);
    if (stored) return stored;
    const output = await run(loader, bundle, args);
    bundle = await bundleLoader(loader);
    const after = inputsKey(bundle.inputs, args);
    if (after === key) {
      storeOutput(loader, key, output);
      return output;
    }
    key = after;
  }
  throw new Error(`what ${loader} is made from changed during each of ${mostRuns} runs`);
}

const [path = "", ...args] = process.argv.slice(2);

try {
  // Framework names the loader through its root's link to src/data.
  const loader = relative(realpathSync("."), realpathSync(path));
  process.stdout.write(compared(await load(loader, args), loaderTarget(loader)));
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
