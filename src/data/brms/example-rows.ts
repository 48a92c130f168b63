// The rows that the examples of the page for brms users are fitted to: simulated, the same every time.
import {createGenerator} from "../../engine/index.js";

const rows = 180;
const schools = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel"];
const regions = ["north", "south"];
const years = ["first", "second", "third"];

/** Numbers and texts by column. */
export type ExampleRows = Readonly<
  Record<"y" | "d" | "t" | "x" | "se" | "w" | "k" | "n", Float64Array> &
    Record<"school" | "region" | "year", readonly string[]>
>;

/**
 * Columns by name: an outcome `y` and its 0/1 version `d`, a treatment `t` of two values, a covariate
 * `x`, factors `school`, `region` and `year`, positive `se`, weights `w` and counts `k` of `n`.
 */
export function exampleRows(): ExampleRows {
  const chance = createGenerator("brms", 0);
  const normals = (scale: number): Float64Array =>
    Float64Array.from({length: rows}, () => round(scale * chance.normal()));
  const [x, noise] = [normals(1), normals(1)];
  const school = Array.from({length: rows}, (_, i) => schools[i % schools.length]);
  const region = Array.from({length: rows}, (_, i) => regions[Math.floor(i / 6) % 2]);
  const year = Array.from({length: rows}, (_, i) => years[Math.floor(i / 12) % 3]);
  const t = Float64Array.from({length: rows}, (_, i) => Math.floor(i / 36) % 2);
  const y = t.map((treated, i) => {
    const place = schools.indexOf(school[i]);
    return round(6 + 0.4 * x[i] + 0.3 * place + (1 + 0.4 * place) * treated + noise[i]);
  });
  const n = Float64Array.from({length: rows}, (_, i) => 5 + (i % 4));
  return {
    y,
    d: y.map((value, i) => Number(value + noise[i] > 8)),
    t,
    x,
    school,
    region,
    year,
    se: Float64Array.from({length: rows}, (_, i) => 0.5 + 0.1 * (i % 5)),
    w: Float64Array.from({length: rows}, (_, i) => 0.5 + (i % 3) / 2),
    k: n.map((many, i) => Math.min(many, (i * 7) % 6)),
    n
  };
}

/** Few digits, so that a csv file holds the same numbers. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
