// A study's results beside those of another build: what moved is added to its card, where that was asked for.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {unzipSync, zipSync} from "fflate";
import type {StudyCard} from "../src/components/study-types.js";
import {studyMoved, type StudyState} from "../src/diff/study-changes.js";
import {filesUnder} from "./fingerprint.mjs";

/** When files in the archive say they were made: the day counting starts, so that bytes repeat. */
const EPOCH = new Date(1980, 0, 1);

/**
 * The archive `output` of the loader of `target`, such as `alliances.zip`, with `moved` in its `study.json` where
 * the site in the folder `former` has the study and anything differs. Otherwise, and for other loaders or without
 * such a folder, the very bytes: a published build knows of no build before it.
 */
export function compared(
  output: Buffer,
  target: string,
  former = process.env.POOLHOUSE_DIFF ?? ""
): Buffer {
  if (former === "" || !target.endsWith(".zip")) return output;
  const name = target.slice(0, -".zip".length);
  const before = stateIn(former, name);
  if (!before) return output;
  const files = unzipSync(output);
  const card = JSON.parse(new TextDecoder().decode(files["study.json"])) as StudyCard;
  const moved = studyMoved(before, {name, card, effects: files["effects.arrow"]});
  if (!moved) return output;
  const study = new TextEncoder().encode(`${JSON.stringify({...card, moved})}\n`);
  return Buffer.from(zipSync({...files, "study.json": study}, {mtime: EPOCH, level: 0}));
}

function stateIn(site: string, name: string): StudyState | undefined {
  const folder = join(site, "_file", "data", name);
  if (!existsSync(folder)) return undefined;
  const found = (pattern: RegExp): string | undefined =>
    filesUnder(folder).find((path) => pattern.test(path));
  const [card, effects] = [
    found(/[\\/]study\.[0-9a-f]+\.json$/),
    found(/[\\/]effects\.[0-9a-f]+\.arrow$/)
  ];
  if (card === undefined || effects === undefined) return undefined;
  return {
    name,
    card: JSON.parse(readFileSync(card, "utf8")) as StudyCard,
    effects: readFileSync(effects)
  };
}
