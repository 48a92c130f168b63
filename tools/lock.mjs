// One build at a time: a lock that a killed build cannot leave behind for good.
import {linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";

/** Milliseconds between looks at a lock that another holds. */
const pause = 200;

/**
 * The process that holds the lock; 0 when nobody does any more.
 * @param {string} path
 */
function holder(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return isAlive(pid) ? pid : 0;
  } catch {
    return 0;
  }
}

/**
 * Whether a process of this number runs.
 * @param {number} pid
 */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    // A process of another user's may not be signalled, but lives.
    return /** @type {NodeJS.ErrnoException} */ (reason).code === "EPERM";
  }
}

/**
 * Removes what processes that were killed while they held or awaited the lock have left beside it: files
 * of their own numbers, which nobody else would take away. The number is read from the name, because a
 * file may not be written yet.
 * @param {string} path
 */
function removeLeft(path) {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(start) || !/^\d+$/.test(name.slice(start.length))) continue;
    if (!isAlive(Number(name.slice(start.length))))
      rmSync(join(dirname(path), name), {force: true});
  }
}

/**
 * Takes the lock unless another process holds it: a link comes into being whole or not at all.
 * @param {string} path
 * @param {string} own
 */
function take(path, own) {
  try {
    linkSync(own, path);
    return true;
  } catch (reason) {
    if (/** @type {NodeJS.ErrnoException} */ (reason).code !== "EEXIST") throw reason;
    if (holder(path) === 0) rmSync(path, {force: true});
    return false;
  }
}

/**
 * Runs `work` while no other process does so under the same path, waiting for one that does.
 * @template T
 * @param {string} path
 * @param {() => T} work
 * @returns {T}
 */
export function alone(path, work) {
  const own = `${path}.${process.pid}`;
  mkdirSync(dirname(path), {recursive: true});
  removeLeft(path);
  writeFileSync(own, String(process.pid));
  try {
    for (let waited = 0; !take(path, own); waited += pause) {
      if (waited === pause) {
        process.stderr.write(
          `another build is at work (process ${holder(path)}); waiting for it\n`
        );
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
    try {
      return work();
    } finally {
      rmSync(path, {force: true});
    }
  } finally {
    rmSync(own, {force: true});
  }
}
