// The known name that a misspelt one most likely meant.

/**
 * The candidate nearest to `name` by edit distance, or null when none is near enough to help
 * (more than a third of its letters differ).
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.ceil(name.length / 3)) + 0.5;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** "did you mean x?" or, when nothing is near, the list of what there is. */
export function suggestion(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  if (near !== null) return `did you mean ${near}?`;
  const shown = candidates.slice(0, 12).join(", ");
  return `there ${candidates.length === 1 ? "is" : "are"} ${shown}${candidates.length > 12 ? ", …" : ""}`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length];
}
