// A static server in the manner of GitHub Pages: pages without their .html too, 404.html, a base path, compression.
import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {createServer} from "node:http";
import {extname, join, resolve, sep} from "node:path";
import {pathToFileURL} from "node:url";
import {createGzip} from "node:zlib";

/** @type {Record<string, string>} */
const types = {
  ".arrow": "application/vnd.apache.arrow.stream",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".zip": "application/zip"
};

const packed = new Set([".parquet", ".png", ".woff2", ".zip"]);

/** @param {string} path */
async function isFile(path) {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ?? false;
}

/**
 * The file that answers for a path: itself, the page of that name, or a folder's front page. The site's own links name
 * files; earlier ones had no .html, and stand in what was published with them.
 * @param {string} root
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
async function findFile(root, path) {
  const file = join(root, path);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const page = file === root ? [] : [file, `${file}.html`];
  for (const candidate of [...page, join(file, "index.html")]) {
    if (await isFile(candidate)) return candidate;
  }
  return undefined;
}

/** @param {string | undefined} url */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url ?? "/", "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} file
 * @param {number} status
 */
function send(request, response, file, status) {
  const extension = extname(file);
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const zip = accepted.includes("gzip") && !packed.has(extension);
  response.writeHead(status, {
    "content-type": types[extension] ?? "application/octet-stream",
    "cache-control": "no-cache",
    vary: "accept-encoding",
    ...(zip ? {"content-encoding": "gzip"} : {})
  });
  if (request.method === "HEAD") return void response.end();
  const source = createReadStream(file).on("error", () => response.destroy());
  if (zip) source.pipe(createGzip()).pipe(response);
  else source.pipe(response);
}

/**
 * Serves the folder `root` under `base` on 127.0.0.1; port 0 takes any free one.
 * @param {string} root
 * @param {{base?: string, port?: number}} [options]
 * @returns {Promise<{origin: string, base: string, close: () => Promise<void>}>}
 */
export async function serve(root, {base = "/", port = 0} = {}) {
  const folder = resolve(root);
  const server = createServer((request, response) => {
    void (async () => {
      const path = pathOf(request.url);
      const inside = path?.startsWith(base) ? path.slice(base.length) : undefined;
      const file = inside === undefined ? undefined : await findFile(folder, inside);
      if (file) return send(request, response, file, 200);
      const missing = join(folder, "404.html");
      if (await isFile(missing)) return send(request, response, missing, 404);
      response.writeHead(404, {"content-type": "text/plain"}).end("not found\n");
    })();
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => done(undefined));
  });
  const address = server.address();
  const taken = address !== null && typeof address === "object" ? address.port : port;
  const close = () => {
    server.closeAllConnections();
    return /** @type {Promise<void>} */ (new Promise((done) => server.close(() => done())));
  };
  return {origin: `http://127.0.0.1:${taken}`, base, close};
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [root = "dist", base = process.env.POOLHOUSE_BASE ?? "/"] = process.argv.slice(2);
  const port = Number(process.env.PORT ?? 4173);
  try {
    if (!(await isFile(join(root, "index.html")))) {
      throw new Error(`missing site: ${root}/index.html; run npm run report first`);
    }
    const {origin} = await serve(root, {base, port});
    process.stdout.write(`${origin}${base}\n`);
  } catch (reason) {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
    process.exitCode = 1;
  }
}
