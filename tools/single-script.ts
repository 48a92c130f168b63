// Bundles what the module scripts of a built page import, so that one script holds it all.
import {existsSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {build, type Plugin} from "esbuild";

/** The text of a script, and the files that it asks for by fetch, to stand in elements of that id. */
export interface SingleScript {
  readonly text: string;
  readonly files: readonly {readonly id: string; readonly base64: string}[];
}

/**
 * Module scripts of the page in `folder`, with everything they import and the files they register
 * with Framework. Raises an Error, one sentence, when something is not there or cannot be embedded.
 */
export async function singleScript(
  modules: readonly string[],
  folder: string
): Promise<SingleScript> {
  const files = new Map<string, string>();
  const embedded = modules.map((text) => embedFiles(text, folder, files));
  const {outputFiles} = await build({
    stdin: {contents: embedded.map((_, i) => `import "inline:${i}";`).join("\n")},
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    inject: [fileURLToPath(new URL("embedded-fetch.ts", import.meta.url))],
    plugins: [inlineModules(embedded, folder), absentLibraries]
  });
  return {
    // The two ways in which a script's text could end or hide its element.
    text: outputFiles[0].text.replaceAll("<!--", "\\x3C!--").replaceAll(/<\/(?=script)/gi, "<\\/"),
    files: [...files].map(([id, base64]) => ({id, base64}))
  };
}

/** Framework writes a file's address as `"path":"./_file/…"`, and modules fetch it from there. */
function embedFiles(text: string, folder: string, files: Map<string, string>): string {
  const asked = /FileAttachment\("([^"]+)"\)\s*\.(?:url\(|href\b)/.exec(text);
  if (asked) {
    throw new Error(
      `unsupported page: it uses the address of ${asked[1]}, and a page in one file has none to give; read the file and make a Blob`
    );
  }
  return text.replaceAll(/"path":"((?:\.{1,2}\/)+_file\/[^"]+)"/g, (_, path: string) => {
    const file = join(folder, decodeURI(path));
    if (!existsSync(file)) throw new Error(`missing file: ${file}; the page registers it`);
    const id = `embedded:${path.replace(/^(\.{1,2}\/)+/, "")}`;
    files.set(id, gzipSync(readFileSync(file), {level: 9}).toString("base64"));
    return `"path":${JSON.stringify(id)}`;
  });
}

function inlineModules(modules: readonly string[], folder: string): Plugin {
  return {
    name: "inline modules",
    setup(on) {
      on.onResolve({filter: /^inline:\d+$/}, ({path}) => ({path, namespace: "inline"}));
      on.onLoad({filter: /.*/, namespace: "inline"}, ({path}) => ({
        contents: modules[Number(path.slice("inline:".length))],
        resolveDir: resolve(folder)
      }));
    }
  };
}

/** Framework's client names libraries that a page could ask for by name; what no page asks for is not built. */
const absentLibraries: Plugin = {
  name: "absent libraries",
  setup(on) {
    on.onResolve({filter: /\/(_npm|stdlib)\//}, ({path, resolveDir}) =>
      existsSync(join(resolveDir, path)) ? undefined : {path, namespace: "absent"}
    );
    on.onLoad({filter: /.*/, namespace: "absent"}, ({path}) => ({
      contents: `throw new Error(${JSON.stringify(`missing library: ${path}; no page of the site uses it`)})`
    }));
  }
};
