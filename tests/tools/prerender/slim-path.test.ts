import {describe, expect, it} from "vitest";
import {slimPath} from "../../../tools/prerender/slim-path.js";

/** The corners of a path of relative steps, as SVG 1.1, 8.3 reads them. */
function corners(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return path
    .split(/[Ml z]/)
    .filter((step) => step !== "")
    .map((step) => {
      const [dx = NaN, dy = NaN] = (step.match(/-?\d*\.?\d+/g) ?? []).map(Number);
      [x, y] = [x + dx, y + dy];
      return [x, y];
    });
}

describe("slimPath", () => {
  it("keeps the corners of a line and leaves out what lies between them", () => {
    expect(slimPath("M0,0L1,1L2,2L3,3L4,0")).toBe("M0,0l3,3 1-3");
  });

  it("stays within a tenth of a pixel of a curve, however long", () => {
    const points = Array.from({length: 400}, (_, i) => [i / 2, 40 * Math.sin(i / 30)] as const);
    const slim = slimPath(`M${points.map((point) => point.join(",")).join("L")}`);
    const kept = corners(slim);
    expect(kept.length).toBeLessThan(100);
    for (const [x, y] of points) {
      const i = Math.max(
        1,
        kept.findIndex(([at]) => at >= x - 1e-9)
      );
      const [[ax, ay], [bx, by]] = [kept[i - 1], kept[i]];
      const t = Math.min(1, Math.max(0, (x - ax) / (bx - ax)));
      // 0.08 of thinning and half a tenth of rounding, across the line; a little more straight down.
      expect(Math.abs(ay + t * (by - ay) - y)).toBeLessThan(0.25);
    }
  });

  it("closes what was closed", () => {
    expect(slimPath("M0,0L10,0L10,10Z")).toBe("M0,0l10,0 0,10z");
  });

  it.each(["M0,0C1,1,2,2,3,3", "M8,8", "m1,1l2,2", "M0,0LNaN,1L3,3", ""])(
    "returns what is no polyline as it is: %s",
    (path) => {
      expect(slimPath(path)).toBe(path);
    }
  );
});
