import {describe, expect, it} from "vitest";
import {CancelledError, InputError} from "../../../src/engine/error.js";
import {stopIfCancelled} from "../../../src/engine/sampler/cancelled.js";

describe("stopIfCancelled", () => {
  it("does nothing without a signal or before it is aborted", () => {
    const controller = new AbortController();
    expect(() => {
      stopIfCancelled(undefined);
      stopIfCancelled(controller.signal);
    }).not.toThrow();
  });

  it("raises an error of its own class, which is no fault of the input", () => {
    expect(() => {
      stopIfCancelled(AbortSignal.abort());
    }).toThrow(CancelledError);
    expect(new CancelledError()).not.toBeInstanceOf(InputError);
    expect(new CancelledError().name).toBe("CancelledError");
  });
});
