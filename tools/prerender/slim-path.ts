// Rewrites a drawn polyline so that it looks the same and takes a fraction of the bytes.

type Point = readonly [x: number, y: number];

/** How far the line may stray, in pixels: less than an eye or a screen can tell. */
const tolerance = 0.08;

/**
 * The path with points left out that lie within {@link tolerance} of the line through the rest, and
 * steps of a tenth of a pixel in place of coordinates. What is no polyline is returned as it is.
 */
export function slimPath(path: string): string {
  const pieces = path.match(/[MLZ][^MLZ]*/g) ?? [];
  if (pieces.join("") !== path || pieces.length < 3) return path;
  const lines: {points: Point[]; closed: boolean}[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (piece.startsWith("Z")) {
      if (line) line.closed = true;
      continue;
    }
    const [x = NaN, y = NaN, ...more] = piece.slice(1).split(/[ ,]/).map(Number);
    if (Number.isNaN(x) || Number.isNaN(y) || more.length > 0) return path;
    if (piece.startsWith("M")) lines.push({points: [[x, y]], closed: false});
    else line?.points.push([x, y]);
  }
  return lines.map(({points, closed}) => steps(thinned(points)) + (closed ? "z" : "")).join("");
}

/** Douglas and Peucker's thinning. */
function thinned(points: readonly Point[]): readonly Point[] {
  const kept = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, most] = [0, tolerance];
    for (let i = from + 1; i < to; ++i) {
      const off = distance(points[i], points[from], points[to]);
      if (off > most) [farthest, most] = [i, off];
    }
    if (farthest === 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

/** From `point` to the segment between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Relative steps in tenths of a pixel; what rounding loses is made good by the next step. */
function steps(points: readonly Point[]): string {
  let [x, y] = [0, 0];
  const text = points.map((point, i) => {
    const [dx, dy] = [Math.round(10 * point[0]) - x, Math.round(10 * point[1]) - y];
    [x, y] = [x + dx, y + dy];
    return `${i === 0 ? "M" : i === 1 ? "l" : " "}${pair(dx / 10, dy / 10)}`;
  });
  return text.join("");
}

function pair(dx: number, dy: number): string {
  return `${short(dx)}${dy < 0 ? "" : ","}${short(dy)}`;
}

function short(value: number): string {
  return String(value).replace(/^(-?)0\./, "$1.");
}
