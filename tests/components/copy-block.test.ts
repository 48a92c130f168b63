// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {CopyBlock, CopyFold} from "../../src/components/copy-block.js";

const code = 'brm("<b>")\n  y ~ 1\n';

function open(): {block: HTMLElement; button: HTMLButtonElement; status: HTMLElement} {
  const block = CopyBlock("brms code", code);
  document.body.replaceChildren(block);
  return {
    block,
    button: block.querySelector("button")!,
    status: block.querySelector("[role=status]")!
  };
}

function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  vi.stubGlobal("navigator", writeText === undefined ? {} : {clipboard: {writeText}});
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.getSelection()?.removeAllRanges();
});

describe("CopyBlock", () => {
  it("shows the text as text, never as markup", () => {
    const {block} = open();
    expect(block.querySelector("pre")!.textContent).toBe(code);
    expect(block.querySelector("pre")!.children).toHaveLength(0);
  });

  it("names box and button for what they hold", () => {
    const {block, button} = open();
    expect(button.getAttribute("aria-label")).toBe("Copy brms code");
    expect(block.querySelector("[role=region]")!.getAttribute("aria-label")).toBe("brms code");
  });

  it("says what it is to the eye where asked to", () => {
    const labels = (node: HTMLElement) => [...node.querySelectorAll(".copy-label")];
    expect(labels(CopyBlock("brms code", code, "In brms")).map((one) => one.textContent)).toEqual([
      "In brms"
    ]);
    expect(labels(CopyBlock("brms code", code))).toEqual([]);
  });

  it("copies every character, says so, and falls silent again", async () => {
    const writeText = vi.fn(() => Promise.resolve());
    clipboard(writeText);
    const {button, status} = open();
    button.click();
    await vi.waitFor(() => expect(status.textContent).toBe("Copied"));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(code);
    vi.advanceTimersByTime(5000);
    expect(status.textContent).toBe("");
  });

  it.each([
    ["is refused", () => Promise.reject(new Error("no"))],
    ["is not there", undefined]
  ])("selects the text where the clipboard %s", async (_, writeText) => {
    clipboard(writeText);
    const {button, status} = open();
    button.click();
    await vi.waitFor(() => expect(status.textContent).toMatch(/^Selected: press Ctrl\+C/));
    expect(document.getSelection()!.toString()).toBe(code);
  });
});

describe("CopyFold", () => {
  it("is closed until it is asked for", () => {
    const fold = CopyFold("In brms", "brms code", code) as HTMLDetailsElement;
    expect(fold.open).toBe(false);
    expect(fold.querySelector("summary")!.textContent).toBe("In brms");
  });
});
