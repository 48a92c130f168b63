// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {followMouse, isCarried} from "../../src/components/carried.js";

const entering = (screenX: number, screenY: number, change: Partial<PointerEvent> = {}) =>
  ({isTrusted: true, pointerType: "mouse", screenX, screenY, ...change}) as PointerEvent;

describe("isCarried", () => {
  it("is true of a mouse that enters something where it last moved to, and of nothing else", () => {
    expect(isCarried(entering(5, 6))).toBe(false);
    followMouse();
    followMouse();
    dispatchEvent(new MouseEvent("pointermove", {screenX: 5, screenY: 6}));
    expect(isCarried(entering(5, 6))).toBe(true);
    expect(isCarried(entering(5, 7))).toBe(false);
    expect(isCarried(entering(5, 6, {pointerType: "touch"}))).toBe(false);
    expect(isCarried(entering(5, 6, {isTrusted: false}))).toBe(false);
  });
});
