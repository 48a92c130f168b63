import {afterEach, beforeEach, describe, expect, it, vi, type MockInstance} from "vitest";
import {chainProgress} from "../../src/cli/progress.js";

const isTTY = process.stderr.isTTY;
let write: MockInstance<typeof process.stderr.write>;

beforeEach(() => {
  vi.useFakeTimers();
  write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  process.stderr.isTTY = isTTY;
});

const written = () => write.mock.calls.map(([text]) => String(text)).join("");

describe("chainProgress", () => {
  it("shows a bar per chain on a terminal, in order of chain", () => {
    process.stderr.isTTY = true;
    const progress = chainProgress();
    progress.update(1, 5, 10);
    progress.update(0, 2, 10);
    vi.advanceTimersByTime(1000);
    progress.stop();
    expect(written()).toMatch(/chain 1 .* 2\/10[^]*chain 2 .* 5\/10/);
  });

  it("leaves SIGINT and the terminal's settings alone, so that a sudden end spoils nothing", () => {
    process.stderr.isTTY = true;
    const listeners = () => ["SIGINT", "SIGTERM"].map((name) => process.listenerCount(name));
    const before = listeners();
    const progress = chainProgress();
    progress.update(0, 1, 10);
    vi.advanceTimersByTime(1000);
    expect(listeners()).toEqual(before);
    progress.stop();
    // Hidden cursor and switched-off line wrap.
    expect(written()).not.toContain("\u001b[?25l");
    expect(written()).not.toContain("\u001b[?7l");
  });

  it("is silent elsewhere", () => {
    process.stderr.isTTY = false;
    const progress = chainProgress();
    progress.update(0, 1, 10);
    progress.stop();
    expect(write).not.toHaveBeenCalled();
  });
});
