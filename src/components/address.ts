// Keeps what a reader chose in the page's address, so that a link shows the same.
import type {Highlight} from "./highlight.js";

/** What the address says, by name; of a name that stands there several times, the last. */
export function readAddress(): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** All that the address says under one name, in its order. */
export function readAll(name: string): readonly string[] {
  return new URLSearchParams(location.search).getAll(name);
}

/**
 * Writes names and values into the address without a new history entry; a list writes its name once
 * for each value, null takes a name out.
 */
export function writeAddress(
  entries: Readonly<Record<string, string | readonly string[] | null>>
): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(entries)) {
    url.searchParams.delete(name);
    for (const one of typeof value === "string" ? [value] : (value ?? [])) {
      url.searchParams.append(name, one);
    }
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/**
 * Holds the groups that the address names, of those that are `known` here, and writes there whatever is
 * held later.
 */
export function followPin(highlight: Highlight, known?: ReadonlySet<string>): () => void {
  highlight.select(readAll("group").filter((group) => known?.has(group) ?? true));
  return highlight.subscribe(() => {
    const now = [...highlight.selected];
    const before = readAll("group");
    if (now.length !== before.length || now.some((group, i) => group !== before[i])) {
      writeAddress({group: now});
    }
  });
}
