// What a reader typed and, where it is small, their file: kept in this tab over a reload, gone with it.
import type {YourChoice} from "./your-types.js";

/** What was going on before a reload. */
export interface KeptWork {
  readonly name: string;
  readonly bytes: number;
  readonly uneven: boolean;
  readonly choice: YourChoice | null;
}

type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const [WORK, FILE] = ["poolhouse-your-work", "poolhouse-your-file"];

/** Larger files do not fit; they are asked for again. */
const LARGEST = 2_000_000;

/** Keeps what is going on; where nothing can be kept, nothing is. */
export function keepWork(work: KeptWork, storage?: Keep): void {
  tried(() => {
    keepOf(storage).setItem(WORK, JSON.stringify(work));
  });
}

/** What was kept, or null. */
export function keptWork(storage?: Keep): KeptWork | null {
  return (
    tried(() => JSON.parse(keepOf(storage).getItem(WORK) ?? "null") as KeptWork | null) ?? null
  );
}

/** What was set of a file of this name, or null. */
export function keptChoice(name: string): YourChoice | null {
  const work = keptWork();
  return work?.name === name ? work.choice : null;
}

/** Keeps a small file's bytes, and forgets the one before. */
export async function keepFile(file: File, storage?: Keep): Promise<void> {
  tried(() => {
    keepOf(storage).removeItem(FILE);
  });
  if (file.size > LARGEST) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  tried(() => {
    keepOf(storage).setItem(FILE, pieces.join(""));
  });
}

/** The file of `work` as it was kept, or null where it is too large to be. */
export function keptFile({name, bytes}: KeptWork, storage?: Keep): File | null {
  const text = tried(() => keepOf(storage).getItem(FILE));
  if (text === undefined || text?.length !== bytes) return null;
  return new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], name);
}

// Asked for inside: a browser that forbids storage breaks at its name.
function keepOf(storage: Keep | undefined): Keep {
  return storage ?? sessionStorage;
}

/** A browser may forbid storage, or have no room: then a reload begins anew, and nothing breaks. */
function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
