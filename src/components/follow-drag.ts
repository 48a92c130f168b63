// A drag of a mouse or a pen over groups.
import type {Range} from "./range.js";

/** The group that an event happened on. */
export function groupOf(event: Event): string | null {
  return (event.target as Element).closest("[data-group]")?.getAttribute("data-group") ?? null;
}

/** Lets a mouse or a pen hold a run of groups by dragging; says whether a drag goes on or just ended. */
export function followDrag(
  figure: Element,
  range: Range,
  look: (group: string | null, mark: EventTarget | null) => void
): () => boolean {
  let from: string | null = null;
  let moved = false;
  figure.addEventListener("pointerdown", (event) => {
    const {pointerType, shiftKey, button} = event as PointerEvent;
    moved = false;
    // A finger scrolls; a shifted press ends a run that has begun.
    from = pointerType === "touch" || shiftKey || button > 0 ? null : groupOf(event);
  });
  figure.addEventListener("pointerover", (event) => {
    const group = groupOf(event);
    if (from === null || group === null || (group === from && !moved)) return;
    // The button was let go outside the figure.
    if (((event as PointerEvent).buttons & 1) === 0) {
      from = null;
      moved = false;
      return;
    }
    if (!moved) {
      range.begin(from);
      look(null, null);
    }
    moved = true;
    range.reach(group);
  });
  figure.addEventListener("pointerup", () => {
    from = null;
    // The click that ends a drag comes first, and must still be known for its end.
    setTimeout(() => (moved = false));
  });
  return () => moved;
}
