// Where a density is highest, and over which distance it falls off.

type LogDensity = (point: Float64Array) => number;

/** The highest point that steps along the axes reach from `start`, the last ones of length `finest`. */
export function climb(logDensity: LogDensity, start: Float64Array, finest: number): Float64Array {
  const MOST_ROUNDS = 50;
  const point = start.slice();
  let best = logDensity(point);
  for (let step = 2; step > finest; step /= 2)
    for (let moved = true, rounds = 0; moved && rounds < MOST_ROUNDS; ++rounds) {
      moved = false;
      for (let axis = 0; axis < point.length; ++axis)
        for (const move of [step, -step]) {
          const before = point[axis];
          point[axis] = before + move;
          const here = logDensity(point);
          if (here > best) {
            best = here;
            moved = true;
          } else point[axis] = before;
        }
    }
  return point;
}

/**
 * Per axis the distance from `centre` over which the density falls as a standard normal one does
 * over 1; at the most `widest` where it is flat.
 */
export function spreadAround(
  logDensity: LogDensity,
  centre: Float64Array,
  widest: number
): Float64Array {
  const point = centre.slice();
  const middle = logDensity(centre);
  return centre.map((at, axis) => {
    let h = widest;
    for (let round = 0; round < 60; ++round) {
      point[axis] = at + h;
      const above = logDensity(point);
      point[axis] = at - h;
      const drop = middle - 0.5 * (above + logDensity(point));
      point[axis] = at;
      // Far from the peak a density is no normal one: steps back are limited.
      const factor = drop > 0.5 ? Math.max(Math.sqrt(0.5 / drop), 0.1) : 1;
      h *= Number.isNaN(factor) ? 0.1 : factor;
      if (factor > 0.9) break;
    }
    return h;
  });
}
