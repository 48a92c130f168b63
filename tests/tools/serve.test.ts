import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../../tools/serve.mjs";

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-serve-"));
  mkdirSync(join(folder, "site/deep"), {recursive: true});
  writeFileSync(join(folder, "secret.html"), "secret");
  writeFileSync(join(folder, "site/index.html"), "front");
  writeFileSync(join(folder, "site/page.html"), "page");
  writeFileSync(join(folder, "site/deep/index.html"), "deep");
  writeFileSync(join(folder, "site/404.html"), "missing");
  writeFileSync(join(folder, "site/table.arrow"), "table");
  server = await serve(join(folder, "site"), {base: "/repo/"});
});

afterAll(async () => {
  await server.close();
  rmSync(folder, {recursive: true, force: true});
});

const get = (path: string) => fetch(`${server.origin}${path}`);

describe("serve", () => {
  it.each([
    {path: "/repo/", status: 200, body: "front"},
    {path: "/repo/page", status: 200, body: "page"},
    {path: "/repo/page.html?x=1", status: 200, body: "page"},
    {path: "/repo/deep/", status: 200, body: "deep"},
    {path: "/repo/page/", status: 404, body: "missing"},
    {path: "/repo/no/such", status: 404, body: "missing"},
    {path: "/page", status: 404, body: "missing"},
    {path: "/repo/%E0%A4%A", status: 404, body: "missing"}
  ])("answers $path with $status", async ({path, status, body}) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
  });

  it("names the type of a table and of a page", async () => {
    const table = await get("/repo/table.arrow");
    expect(table.headers.get("content-type")).toBe("application/vnd.apache.arrow.stream");
    expect((await get("/repo/page")).headers.get("content-type")).toMatch(/^text\/html/);
  });

  it("compresses for those who ask", async () => {
    const response = await fetch(`${server.origin}/repo/page`, {
      headers: {"accept-encoding": "gzip"}
    });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(await response.text()).toBe("page");
  });

  it("never leaves its folder", async () => {
    // fetch would tidy the path itself; a rude client does not.
    const {port} = new URL(server.origin);
    const status = await new Promise((done, failed) => {
      request({port, host: "127.0.0.1", path: "/repo/..%2Fsecret.html"}, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on("error", failed)
        .end();
    });
    expect(status).toBe(404);
  });
});
