import {once} from "node:events";
import {createServer, type AddressInfo} from "node:net";
import type {ChildProcess} from "node:child_process";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {StudyCard} from "../../src/components/study-types.js";
import {edits} from "./tiny-edits.js";
import {TinyProject} from "./tiny-project.js";

/** What the preview serves: the study, and the page with the component that it imports. */
interface Served {
  readonly card: StudyCard;
  readonly page: string;
}

let project: TinyProject;
let server: ChildProcess;
let origin: string;
let said = "";

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function text(path: string): Promise<string> {
  const response = await fetch(`${origin}${path}`);
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response.text();
}

async function served(): Promise<Served> {
  return {
    card: JSON.parse(await text("/_file/data/tiny/study.json")) as StudyCard,
    page: (await text("/")) + (await text("/_import/components/dom.js"))
  };
}

/** What is served once `isThere` says so; raises the preview's own words after a minute. */
async function until(isThere: (now: Served) => boolean): Promise<Served> {
  for (let attempt = 0; attempt < 600; ++attempt) {
    const now = await served().catch(() => undefined);
    if (now && isThere(now)) return now;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`the preview did not follow; it said: ${said.slice(-2000)}`);
}

beforeAll(async () => {
  project = new TinyProject();
  const port = await freePort();
  origin = `http://127.0.0.1:${String(port)}`;
  server = project.start(["tools/dev.mjs", "--no-open", "--port", String(port)]);
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await until(({card}) => card.models.length === 2);
});

afterAll(async () => {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
  project.remove();
});

describe("the preview", () => {
  it.each(edits)("follows a change of $what", async ({edit, refits}) => {
    const before = await served();
    const keys = new Map(before.card.models.map(({id, key}) => [id, key]));
    edit(project);
    const after = await until(({card, page}) =>
      refits === null ? page !== before.page : JSON.stringify(card) !== JSON.stringify(before.card)
    );
    const changed = after.card.models.filter(({id, key}) => keys.get(id) !== key);
    expect(changed.map(({id}) => id)).toEqual(refits ?? []);
  });
});
