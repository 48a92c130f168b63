// @vitest-environment jsdom
import {Blob as NodeBlob, File as NodeFile} from "node:buffer";
import {beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {YourDesk} from "../../src/components/your-desk.js";
import {YourReport} from "../../src/components/your-report.js";
import type {LaterFiles} from "../../src/components/study-parts.js";
import {exampleFile, exampleName} from "../../src/workshop/example.js";
import {serveWorkshop} from "../../src/workshop/serve-workshop.js";
import {Workshop} from "../../src/workshop/workshop.js";
import {startInProcess} from "../workshop/in-process.js";

class LocalWorkshop extends Workshop {
  constructor() {
    super(() => startInProcess(serveWorkshop));
  }
}

const shell = `<!DOCTYPE html><html><head><title>Your data</title></head><body><header
  id="observablehq-header">Pages</header><main><h1>For whom?</h1><p>Drop a file.</p><div
  class="observablehq"><observablehq-loading><p>A field</p></observablehq-loading></div></main></body></html>`;

const options = {
  workshop: () => Promise.resolve({Workshop: LocalWorkshop, exampleFile}),
  report: () => Promise.resolve({YourReport}),
  shell: () => Promise.resolve(shell),
  // Nothing here is near the window, so that no engine is asked for.
  engine: () => Promise.reject<Awaited<ReturnType<LaterFiles["engine"]>>>(new Error("not here"))
};

beforeAll(() => {
  // jsdom's files cannot be read.
  vi.stubGlobal("File", NodeFile);
  vi.stubGlobal("Blob", NodeBlob);
  // Nothing is laid out, so that nothing scrolls.
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe(): void {
        // Never near.
      }
      disconnect(): void {
        // Never near.
      }
    }
  );
});

beforeEach(() => {
  sessionStorage.clear();
});

/** A page at rest: the desk, ways to find what stands on it, and to wait for it. */
function openDesk(): {
  desk: YourDesk;
  text: (selector: string) => string;
  find: (selector: string) => HTMLButtonElement;
  until: (test: () => boolean) => Promise<void>;
  drop: (content: string, name?: string) => void;
} {
  const desk = new YourDesk(options);
  document.body.replaceChildren(desk.node);
  // Lists, fields and buttons have in common what is used of them.
  const find = (selector: string): HTMLButtonElement => {
    const found = desk.node.querySelector<HTMLButtonElement>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  return {
    desk,
    find,
    text: (selector) => desk.node.querySelector(selector)?.textContent ?? "",
    // However long it takes: a test ends by its state, or by the time that all tests have.
    until: (test) =>
      new Promise((resolve) => {
        const isThere = (): boolean => {
          try {
            return test();
          } catch {
            // What is looked at is not there yet.
            return false;
          }
        };
        const look = (): void => {
          if (!isThere()) return;
          watcher.disconnect();
          resolve();
        };
        const watcher = new MutationObserver(look);
        const everything = {attributes: true, characterData: true, childList: true, subtree: true};
        watcher.observe(desk.node, everything);
        look();
      }),
    drop: (content, name = "mine.csv") => {
      const event = new Event("drop");
      const files = {item: () => new File([content], name)};
      Object.assign(event, {dataTransfer: {files}});
      find(".your-drop").dispatchEvent(event);
    }
  };
}

const change = (node: HTMLButtonElement, value: string): void => {
  node.value = value;
  node.dispatchEvent(new Event("change", {bubbles: true}));
};

/** Letters that are not yet left. */
const type = (node: HTMLButtonElement, value: string): void => {
  node.value = value;
  node.dispatchEvent(new Event("input", {bubbles: true}));
};

const rows = (n: number, line: (i: number) => string): string =>
  Array.from({length: n}, (_, i) => line(i)).join("\n");

const trial = `who,treat,score,sex,town
${rows(240, (i) => `${i},${i % 2},${((i * i * 31 + i * 17) >> 3) % 5},${i % 3 ? "f" : "m"},${["Ulm", "Bonn", "Kiel", "Jena"][i % 4 === 3 ? 0 : i % 4]}`)}`;

describe("a reader's own file", () => {
  it("is settled without a word from the reader, and fitted by one press", async () => {
    const {find, text, until} = openDesk();
    find(".your-drop button").click();
    await until(() => !find(".your-fit").disabled);
    expect(text(".your-said")).toBe(`${exampleName}: 3,000 rows, 7 columns.`);
    expect(find("[name='role-letter']").value).toBe("treatment");
    expect(find("[name='role-voted']").value).toBe("outcome");
    expect(find("[name='role-respondent_id']").value).toBe("");
    expect(text(".your-groups")).toMatch(/groups of \d+ to \d+ rows/);
    find(".your-fit").click();
    await until(() => text(".your-said").startsWith("Fitted in"));
    expect(text(".report-sheet .stand-in")).toContain("Generated rows");
    expect(text(".report-sheet .standfirst")).toMatch(/^The effect of letter on voted is /);
    expect(text(".report-sheet")).toContain("in this browser");
    expect(find(".report-sheet").querySelectorAll("figure svg").length).toBeGreaterThan(4);
  });

  it("is opened again as it was set, and by one press as it is proposed", async () => {
    const {find, text, until, drop} = openDesk();
    drop(trial);
    await until(() => !find(".your-fit").disabled);
    expect(find(".your-status").querySelectorAll("p:not([hidden]) > button")).toHaveLength(0);
    const proposed = find("[name='role-town']").value;
    change(find("[name='role-town']"), "control");
    await until(() => find("textarea").value.includes("+ town"));
    drop(trial);
    await until(() => text(".your-said").endsWith("What you set for it before is kept."));
    expect(find("[name='role-town']").value).toBe("control");
    find(".your-status p:not([hidden]) > button").click();
    await until(() => find("[name='role-town']").value === proposed);
    expect(proposed).not.toBe("control");
  });

  it("keeps what was set over an error and over a reload", async () => {
    const first = openDesk();
    first.drop(trial);
    await first.until(() => first.text(".your-groups") !== "");
    change(first.find("[name='role-town']"), "control");
    await first.until(() => first.find("textarea").value.includes("+ town"));
    change(first.find("[name='role-score']"), "");
    await first.until(() => first.text(".your-settings .your-problem").includes("Missing outcome"));
    expect(first.find(".your-fit").disabled).toBe(true);
    const second = openDesk();
    second.desk.resume();
    await second.until(() => second.text(".your-settings .your-problem") !== "");
    expect(second.find("[name='role-town']").value).toBe("control");
    change(second.find("[name='role-score']"), "outcome");
    await second.until(() => second.text(".your-groups") !== "");
    expect(second.text(".your-settings .your-problem")).toBe("");
  });

  it("says of a column of two numbers that it has no words, and where to give them", async () => {
    const {text, until, drop} = openDesk();
    drop(trial);
    await until(() => text(".your-groups") !== "");
    expect(text(".your-groups")).not.toContain("no words");
    drop(trial.replaceAll(",f,", ",1,").replaceAll(",m,", ",2,"), "coded.csv");
    await until(() => text(".your-groups").includes("“Sex” (1 and 2) have no words"));
    expect(text(".your-groups")).toContain("write words in place of the numbers in the file");
  });

  it("starts over by one press, whatever is set, and forgets it over a reload too", async () => {
    const {find, text, until, drop} = openDesk();
    drop(trial);
    await until(() => text(".your-groups") !== "");
    const proposed = find("[name='role-town']").value;
    type(find("[name='your-title']"), "A title");
    change(find("[name='role-town']"), "control");
    change(find("[name='role-score']"), "");
    await until(() => text(".your-settings .your-problem").includes("Missing outcome"));
    find(".your-over button").click();
    await until(() => text(".your-groups") !== "");
    expect(text(".your-settings .your-problem")).toBe("");
    expect(find("[name='role-town']").value).toBe(proposed);
    expect(find("[name='your-title']").value).toBe("");
    expect(text(".your-said")).toBe("Everything is set as it is proposed for this file.");
    const second = openDesk();
    second.desk.resume();
    await second.until(() => second.text(".your-groups") !== "");
    expect(second.text(".your-said")).not.toContain("What you set");
    expect(second.find("[name='role-score']").value).toBe("outcome");
  });

  it("takes other groups from the table of what they would be", async () => {
    const {find, text, until, drop} = openDesk();
    drop(trial);
    await until(() => text(".your-groups") !== "");
    const before = text(".your-groups p");
    const [use] = [...find(".your-groups").querySelectorAll("button")].filter((button) =>
      button.getAttribute("aria-label")?.includes("as one")
    );
    use.click();
    await until(() => text(".your-groups p") !== before);
    expect(text(".your-groups")).toMatch(/with all its levels/);
  });

  it("has a formula of its own fitted, and says what is wrong with one that is none", async () => {
    const {desk, find, text, until, drop} = openDesk();
    drop(trial);
    await until(() => text(".your-groups") !== "");
    const field = (): HTMLButtonElement => find("textarea");
    const proposed = field().value;
    const wrong = (): string => text("div:has(> .your-model) + .your-problem");
    const groups = text(".your-groups");
    change(field(), "score ~ 1 + treat * (");
    await until(() => wrong() !== "");
    expect(find(".your-fit").disabled).toBe(true);
    expect(field().value).toBe("score ~ 1 + treat * (");
    // What is wrong is said where it is mended, and all else stays as it was.
    expect(text(".your-groups")).toBe(groups);
    const own = proposed.replace(/treat \* \([^)]*\)|treat \* \w+/, "treat");
    type(field(), `${own} + towm`);
    await until(() => wrong().includes("Unknown column: towm; did you mean town?"));
    // A reload finds it as it was left, with the field that mends it.
    change(field(), `${own} + towm`);
    const again = openDesk();
    again.desk.resume();
    await again.until(() => again.text("div:has(> .your-model) + .your-problem").includes("towm"));
    expect(again.find("textarea").value).toBe(`${own} + towm`);
    expect(again.find(".your-fit").disabled).toBe(true);
    document.body.replaceChildren(desk.node);
    type(field(), own);
    await until(() => wrong() === "" && !find(".your-fit").disabled);
    change(field(), own);
    await until(() => find(".your-formula button").textContent === "Back to the proposed formula");
    find(".your-fit").click();
    await until(() => text(".your-said").startsWith("Fitted in"));
    expect(text(".report-sheet")).not.toContain("treat:sex");
  });

  it("gives a column of the file that a formula names its role, and says so", async () => {
    const {find, text, until, drop} = openDesk();
    drop(trial);
    await until(() => text(".your-groups") !== "");
    change(find("[name='role-town']"), "");
    await until(() => !find("textarea").value.includes("town"));
    change(find("textarea"), `${find("textarea").value} + town`);
    await until(() => find("[name='role-town']").value === "control");
    expect(text(".your-roles > .your-hint")).toBe(
      "Town is taken for a control, since a formula has it."
    );
    change(find("textarea"), "score ~ 1 + treat + (1 | who)");
    await until(() => text("div:has(> .your-model) + .your-problem") !== "");
    expect(text("div:has(> .your-model) + .your-problem")).toMatch(
      /^Invalid cluster: who .*several rows each\.$/
    );
  });

  it("warns of units that were assigned as wholes, in the report too, until one press makes them clusters", async () => {
    const {find, text, until, drop} = openDesk();
    const village = (i: number): number => Math.floor(i / 12);
    drop(`dist,village,treat,sex,score
${rows(360, (i) => `${village(i) * 1.5},${village(i)},${village(i) % 2},${i % 3 ? "f" : "m"},${((i * i * 31 + i * 17) >> 3) % 5}`)}`);
    await until(() => !find(".your-fit").disabled);
    // It is proposed, and with it the model is as it should be.
    expect(find("[name='role-village']").value).toBe("cluster");
    expect(find("textarea").value).toMatch(/\(1 \| village\)$/);
    expect(text(".your-groups")).not.toContain("W24");
    change(find("[name='role-village']"), "");
    await until(() => text(".your-groups").includes("W24"));
    const said = text(".your-groups .warning p:not(.advice-head)");
    expect(said).toContain("“Treat” hardly varies within “Village” (30 units of 12 rows)");
    find(".your-fit").click();
    await until(() => text(".your-said").startsWith("Fitted in"));
    expect(text(".report-sheet > .cautions .warning p:not(.advice-head)")).toBe(said);
    expect(text(".report-sheet [aria-label='What the checks say']")).toContain(said);
    find(".your-groups .warning button").click();
    await until(() => find("textarea").value.includes("(1 | village)"));
    expect(find("[name='role-village']").value).toBe("cluster");
    expect(text(".your-groups")).not.toContain("W24");
  });

  it.each([
    ["", /is empty/],
    ["a,b\n1,2\n3\n", /row 3 has 1 cell/],
    ['a,b\n1,"2\n', /quotation marks/],
    ["PK\u0003\u0004rest of it", /zip/i]
  ])("answers bad input with one sentence: %j", async (content, said) => {
    const {text, until, drop} = openDesk();
    drop(content);
    await until(() => text(".your-status .your-problem") !== "");
    expect(text(".your-status .your-problem p")).toMatch(said);
    expect(text(".your-status .your-problem p")).toMatch(/^[A-Z].*[^.]\.$/);
  });

  it("leaves uneven rows out where it is told to", async () => {
    const {find, text, until, drop} = openDesk();
    drop(`${trial}\n1,2\n`);
    await until(() => text(".your-status .your-problem") !== "");
    find(".your-status .your-problem button").click();
    await until(() => text(".your-groups") !== "");
    expect(text(".your-said")).toContain("row 242, is of another length");
  });
});
