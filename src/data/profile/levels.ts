// A column as numbers of its levels, so that counting groups of a million rows takes no time.

/** For every row the number of its level, −1 where it has none, and the levels as texts. */
export interface Levels {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** Values whose levels are remembered. */
const MOST_KNOWN = 2000;

type Cell = number | string | null;

/** The levels of a column; `code` says which level a value belongs to, and is asked once for each value. */
export function levelsOf(
  column: ArrayLike<Cell>,
  code: (value: Cell) => Cell = (value) => value
): Levels {
  const known = new Map<Cell, number>();
  const places = new Map<Cell, number>();
  const texts: string[] = [];
  const place = (value: Cell): number => {
    const own = code(value);
    if (own === null || Number.isNaN(own)) return -1;
    let at = places.get(own);
    if (at === undefined) {
      at = texts.indexOf(String(own));
      if (at < 0) at = texts.push(String(own)) - 1;
      places.set(own, at);
    }
    return at;
  };
  const codes = Int32Array.from(column, (value) => {
    // A column of measurements has hardly two values alike, and remembering them all takes longest.
    if (known.size >= MOST_KNOWN) return place(value);
    let at = known.get(value);
    if (at === undefined) known.set(value, (at = place(value)));
    return at;
  });
  return {codes, texts};
}
