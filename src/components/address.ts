// Keeps what a reader chose in the page's address, so that a link shows the same.
import type {Highlight} from "./highlight.js";

/** What the address says, by name. */
export function readAddress(): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** Writes names and values into the address without a new history entry; null takes one out. */
export function writeAddress(entries: Readonly<Record<string, string | null>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(entries)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(history.state, "", url);
}

/** Pins the group that the address names, and writes every later pin there. */
export function followPin(highlight: Highlight): () => void {
  highlight.pin(readAddress().group ?? null);
  return highlight.subscribe(() => {
    if (highlight.pinned !== (readAddress().group ?? null)) writeAddress({group: highlight.pinned});
  });
}
