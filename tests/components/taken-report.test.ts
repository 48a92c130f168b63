// @vitest-environment jsdom
import {Blob as NodeBlob} from "node:buffer";
import {beforeAll, describe, expect, it, vi} from "vitest";
import {takenReport, withReport} from "../../src/components/taken-report.js";

beforeAll(() => {
  // jsdom's cannot be streamed.
  vi.stubGlobal("Blob", NodeBlob);
});

const shell = `<!DOCTYPE html><html><head><title>Your data</title><script type="module">run("<b>")</script></head>
<body><header id="observablehq-header">Pages</header><main class="observablehq"><div class="observablehq"><!--:a:--></div>
<h1>For whom?</h1><p>Drop a file.</p><div class="observablehq"><observablehq-loading>A field</observablehq-loading><!--:b:--></div></main></body></html>`;

const report = {
  title: "Letters & <votes>",
  warning: "</script><!-- generated",
  contents: {
    "effects.arrow": Uint8Array.from({length: 20_000}, (_, i) => (i * i) % 256),
    "study.json": new TextEncoder().encode('{"title":"</script>"}')
  }
};

const opened = (text: string): Document => new DOMParser().parseFromString(text, "text/html");

describe("a report taken along", () => {
  it("comes back from its page byte by byte, whatever its words are", async () => {
    const {body} = opened(await withReport(shell, report));
    expect(body.querySelectorAll("script[type='application/json']")).toHaveLength(1);
    document.body.replaceChildren(...body.childNodes);
    const taken = await takenReport();
    expect(taken).toMatchObject({title: report.title, warning: report.warning});
    for (const [name, bytes] of Object.entries(report.contents))
      expect(Buffer.compare(taken!.contents[name], bytes), name).toBe(0);
  });

  it("has the report's name, keeps the page's program, and drops what asks for a file", async () => {
    const page = opened(await withReport(shell, report));
    expect(page.title).toBe(report.title);
    expect(page.querySelector("h1")?.textContent).toBe(report.title);
    expect(page.querySelector("script[type=module]")?.textContent).toBe('run("<b>")');
    expect(page.querySelector("main")?.textContent).not.toMatch(/Drop a file|A field/);
    expect(page.querySelector("header")).toBeNull();
    // The comments are where Framework displays.
    expect(page.querySelector("main")?.innerHTML).toMatch(/<!--:a:-->.*<!--:b:-->/s);
  });

  it("is not made of another page, nor found in one without", async () => {
    await expect(withReport("<h1>404</h1>", report)).rejects.toThrow(/build the site again$/);
    document.body.replaceChildren();
    expect(await takenReport()).toBeNull();
  });
});
