// A browser's globals around one built page, in Node: enough for its modules to run unchanged.
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {JSDOM, VirtualConsole} from "jsdom";

/** Where the page seems to be; a citation leaves such an address out. */
export const origin = "http://localhost";

/** What Node has too, and better: these stay Node's own. */
const nodes = new Set(
  "AbortController AbortSignal Blob File Headers URL URLSearchParams TextDecoder TextEncoder atob btoa console crypto performance queueMicrotask setTimeout clearTimeout setInterval clearInterval structuredClone globalThis".split(
    " "
  )
);

/** A page's window, and how much it has asked for that has not come yet. */
export interface PageWindow {
  readonly window: Window & typeof globalThis;
  /** How many fetches are under way. */
  pending(): number;
}

/**
 * Opens `html`, the page at `path` (such as "/side-taking.html"), and makes its window's names global. Fetches
 * are answered from the folder `dist`; workers never answer.
 */
export function openPage(html: string, path: string, dist: string): PageWindow {
  const virtualConsole = new VirtualConsole();
  virtualConsole.sendTo(console);
  const {window} = new JSDOM(html, {
    url: `${origin}${path}`,
    pretendToBeVisual: true,
    virtualConsole
  });
  const page = window as unknown as Window & typeof globalThis;
  const known = new Set(Object.getOwnPropertyNames(globalThis));
  const intrinsic = (name: string): boolean =>
    known.has(name) && Object.is(Reflect.get(page, name), Reflect.get(globalThis, name));
  const inherited = ["addEventListener", "removeEventListener", "dispatchEvent"];
  for (const name of [...Object.getOwnPropertyNames(page), ...inherited]) {
    if (nodes.has(name) || intrinsic(name)) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value: bound(page, name)
    });
  }
  let pending = 0;
  const fetchFile = async (input: string | URL | Request): Promise<Response> => {
    pending += 1;
    try {
      const {pathname} = new URL(input instanceof Request ? input.url : input, page.location.href);
      return new Response(new Uint8Array(await readFile(join(dist, decodeURI(pathname)))));
    } catch {
      return new Response(null, {status: 404});
    } finally {
      pending -= 1;
    }
  };
  Object.assign(globalThis, {window: page, self: page, fetch: fetchFile, ...absent(page)});
  return {window: page, pending: () => pending};
}

/** What jsdom lacks and pages ask for, as it is where nothing is seen and no worker answers. */
function absent(page: Window & typeof globalThis): Readonly<Record<string, unknown>> {
  const nothing = (): void => undefined;
  const matchMedia = (media: string): EventTarget =>
    Object.assign(new page.EventTarget(), {media, matches: false, onchange: null});
  return {
    matchMedia,
    IntersectionObserver: class {
      readonly observe = nothing;
      readonly unobserve = nothing;
      readonly disconnect = nothing;
    },
    Worker: class extends page.EventTarget {
      readonly postMessage = nothing;
      readonly terminate = nothing;
    }
  };
}

/** The window's `name`; its functions, but not its classes, need the window as their `this`. */
function bound(window: Window & typeof globalThis, name: string): unknown {
  const value: unknown = Reflect.get(window, name);
  const isFunction = typeof value === "function" && /^[a-z]/.test(name);
  return isFunction ? (value.bind(window) as unknown) : value;
}
