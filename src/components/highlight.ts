// The group a reader looks at, shared by all figures of a page.
import type {RenderFunction} from "@observablehq/plot";

/** One page's shared attention: a hovered or focused group, and a pinned one. */
export interface Highlight {
  /** The group to leave full: the hovered one, else the pinned one, else null for all. */
  readonly current: string | null;
  readonly pinned: string | null;
  hover(group: string | null): void;
  pin(group: string | null): void;
  /** Calls `listener` after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** A new store, with nothing hovered and `pinned` pinned. */
export function createHighlight(pinned: string | null = null): Highlight {
  const listeners = new Set<() => void>();
  let hovered: string | null = null;
  let held = pinned;
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    get current() {
      return hovered ?? held;
    },
    get pinned() {
      return held;
    },
    hover(group) {
      if (group === hovered) return;
      hovered = group;
      notify();
    },
    pin(group) {
      if (group === held) return;
      held = group;
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}

/**
 * A Plot mark's `render` option that tags each drawn element with the group of its datum:
 * `groups[i]` belongs to `data[i]`; null leaves an element untagged. With `focus`, the tagged
 * elements are the ones the keyboard reaches.
 */
export function tagGroups(
  groups: readonly (string | null)[],
  {focus = false}: {focus?: boolean} = {}
): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const node = next?.(index, scales, values, dimensions, context) ?? null;
    Array.from(node?.children ?? []).forEach((child, i) => {
      const group = groups[index[i] ?? -1] ?? null;
      if (group === null) return;
      child.setAttribute("data-group", group);
      if (focus) child.setAttribute("data-focus", "");
    });
    return node;
  };
}
