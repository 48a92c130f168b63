// Tells a pointer that moved from one that the page moved under.

/** Where the mouse was when it last moved, in pixels of the screen. */
let rest: {readonly x: number; readonly y: number} | undefined;
let listening = false;

/** Follows the mouse over the whole page, from the first call on. */
export function followMouse(): void {
  if (listening) return;
  listening = true;
  const move = ({screenX: x, screenY: y}: PointerEvent): void => {
    rest = {x, y};
  };
  addEventListener("pointermove", move, {passive: true, capture: true});
}

/**
 * True when the mouse entered something without moving, as when the page is scrolled beneath it: nobody
 * points at what only passes by, and to light it and put it out again would be work in every frame.
 */
export function isCarried({isTrusted, pointerType, screenX, screenY}: PointerEvent): boolean {
  return isTrusted && pointerType === "mouse" && rest?.x === screenX && rest.y === screenY;
}
