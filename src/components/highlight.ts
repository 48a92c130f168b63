// The groups a reader looks at, shared by all figures of a page.
import type {RenderFunction} from "@observablehq/plot";

/** One page's shared attention: a hovered or focused group, and those that are held. */
export interface Highlight {
  /** The one group to talk of: the hovered one, else the only one held, else null. */
  readonly current: string | null;
  /** The only group held; null when there is none, or several. */
  readonly pinned: string | null;
  /** All groups held. */
  readonly selected: ReadonlySet<string>;
  /** The groups to leave full: the hovered one, else those held; empty for all. */
  readonly lit: ReadonlySet<string>;
  hover(group: string | null): void;
  /** Holds this group alone, or none. */
  pin(group: string | null): void;
  /** Holds these groups and no others. */
  select(groups: Iterable<string>): void;
  /** Calls `listener` after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** A new store, with nothing hovered and `pinned` pinned. */
export function createHighlight(pinned: string | null = null): Highlight {
  const listeners = new Set<() => void>();
  let hovered: string | null = null;
  let held: ReadonlySet<string> = new Set(pinned === null ? [] : [pinned]);
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const hold = (groups: ReadonlySet<string>): void => {
    if (groups.size === held.size && [...groups].every((group) => held.has(group))) return;
    held = groups;
    notify();
  };
  return {
    get current() {
      return hovered ?? onlyOne(held);
    },
    get pinned() {
      return onlyOne(held);
    },
    get selected() {
      return held;
    },
    get lit() {
      return hovered === null ? held : new Set([hovered]);
    },
    hover(group) {
      if (group === hovered) return;
      hovered = group;
      notify();
    },
    pin: (group) => hold(new Set(group === null ? [] : [group])),
    select: (groups) => hold(new Set(groups)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}

function onlyOne(groups: ReadonlySet<string>): string | null {
  const [first = null] = groups;
  return groups.size === 1 ? first : null;
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
