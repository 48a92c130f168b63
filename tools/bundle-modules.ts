// How esbuild finds the modules of a built site: pages' own texts, addresses that have moved, libraries nobody built.
import {existsSync, readFileSync} from "node:fs";
import {dirname, join, posix, relative, resolve} from "node:path";
import type {Plugin} from "esbuild";

/** The text of a page's module, and the folder that its addresses start from. */
export interface PageModule {
  readonly text: string;
  readonly folder: string;
}

/**
 * Finds `page:<name>` in `pages` and everything else in the folder `dist`. What a module knows by its own
 * address is written for scripts in the folder `scripts` of `dist`, where it will be.
 */
export function framedModules(
  pages: ReadonlyMap<string, PageModule>,
  dist: string,
  scripts: string
): Plugin {
  const fromScripts = (path: string): string => {
    const found = relative(join(dist, scripts), path).replaceAll("\\", "/");
    return found.startsWith(".") ? found : `./${found}`;
  };
  return {
    name: "framed modules",
    setup(on) {
      on.onResolve({filter: /^page:/}, ({path}) => ({
        path: path.slice("page:".length),
        namespace: "page"
      }));
      on.onLoad({filter: /.*/, namespace: "page"}, ({path}) => {
        const page = pages.get(path);
        return page && {contents: page.text, resolveDir: resolve(page.folder)};
      });
      // Framework's client names libraries that a page could ask for by name; what no page asks for is not built.
      on.onResolve({filter: /\/(_npm|stdlib)\//}, ({path, resolveDir}) => {
        const file = join(resolveDir, path);
        return existsSync(file) ? undefined : {path: fromScripts(file), external: true};
      });
      on.onLoad({filter: /\.m?js$/}, ({path}) => ({
        contents: movedAddresses(readFileSync(path, "utf8"), path, fromScripts)
      }));
    }
  };
}

/** The text of the module in `file`, with `import.meta` as it has to be said in a script elsewhere. */
function movedAddresses(text: string, file: string, fromScripts: (path: string) => string): string {
  return text
    .replaceAll(/\bimport\.meta\.resolve\("(\.{1,2}\/[^"]*)"\)/g, (_, path: string) => {
      const named = posix.join(dirname(file).replaceAll("\\", "/"), path);
      if (/\.m?js$/.test(named) && existsSync(named)) {
        throw new Error(
          `unsupported module: ${file} asks for the address of ${path}, which is bundled and has none; import it`
        );
      }
      return `import.meta.resolve(${JSON.stringify(fromScripts(named))})`;
    })
    .replaceAll(
      /\bimport\.meta\.url\b/g,
      `new URL(${JSON.stringify(fromScripts(file))}, import.meta.url).href`
    );
}
