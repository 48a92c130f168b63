// What the site was built from and came out as, file by file, so that anything stale can be named.
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {fileIdentity, filesUnder, siteInputs} from "./fingerprint.mjs";

const recordFile = "docs/.observablehq/site.json";

/**
 * @typedef {object} SiteRecord
 * @property {Record<string, string>} inputs hashes of files and texts of settings, by name
 * @property {Record<string, string>} outputs hashes of the site's files, by path in it
 */

/**
 * The names whose values differ, in order.
 * @param {Record<string, string>} before
 * @param {Record<string, string>} now
 * @returns {string[]}
 */
export function differences(before, now) {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}

/**
 * The hashes of a site's files.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function outputsOf(folder) {
  return Object.fromEntries(
    filesUnder(folder).map((path) => [
      relative(folder, path).replaceAll("\\", "/"),
      fileIdentity(path)
    ])
  );
}

/**
 * Keeps the record of the site that is now in `folder`.
 * @param {string} folder
 * @param {SiteRecord} record
 */
export function recordIn(folder, record) {
  mkdirSync(dirname(recordFile), {recursive: true});
  const part = `${recordFile}.${process.pid}.part`;
  writeFileSync(part, JSON.stringify({folder, ...record}));
  renameSync(part, recordFile);
}

/**
 * The record of the site that was last built; undefined when there is none that can be read.
 * @returns {SiteRecord | undefined}
 */
export function siteRecord() {
  try {
    return JSON.parse(readFileSync(recordFile, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Whether the site in `folder` was built from exactly what is here now, and is as it was built.
 * @param {string} folder
 * @returns {boolean}
 */
export function isAsBuilt(folder) {
  if (!existsSync(join(folder, "index.html"))) return false;
  const record = siteRecord();
  return (
    record !== undefined &&
    differences(record.inputs, siteInputs()).length === 0 &&
    differences(record.outputs, outputsOf(folder)).length === 0
  );
}
