// What a page measures of its layout, for documents that have none: as docs/style.css would lay it out.

/** A window that still drawings are made for, in pixels. */
export interface Frame {
  readonly name: "wide" | "narrow";
  /** How wide a figure's drawing may be. */
  readonly chart: number;
  /** What a warned figure's frame takes of that: 0.75rem and a line on either side. */
  readonly warned: number;
}

/** The windows whose layout must not move when live figures take over: 1280 and 390 pixels. */
export const frames: readonly Frame[] = [
  {name: "wide", chart: 960, warned: 29},
  {name: "narrow", chart: 348, warned: 28}
];

/** Answers to questions about layout in `window`, and the way to change the frame they are for. */
export interface Layout {
  /** Takes on `frame` and tells everything that observes a size. */
  use(frame: Frame): void;
}

interface Watch {
  readonly callback: ResizeObserverCallback;
  readonly observer: ResizeObserver;
  readonly targets: Set<Element>;
}

/** Gives `window` widths and a ResizeObserver. */
export function layOut(window: Window & typeof globalThis): Layout {
  let current = frames[0];
  const watches = new Set<Watch>();
  const widthOf = (element: Element): number => {
    const isWarned = element.closest(".figure")?.querySelector(".figure-warning");
    return current.chart - (isWarned ? current.warned : 0);
  };
  const tell = ({callback, observer}: Watch, targets: Iterable<Element>): void => {
    const entries = [...targets]
      .filter((target) => target.isConnected)
      .map((target) => ({target, contentRect: {width: widthOf(target), height: 0}}));
    if (entries.length > 0) callback(entries as unknown as ResizeObserverEntry[], observer);
  };

  Object.defineProperty(window.HTMLElement.prototype, "clientWidth", {
    configurable: true,
    get(this: HTMLElement) {
      return this.isConnected ? widthOf(this) : 0;
    }
  });
  window.ResizeObserver = class {
    readonly #watch: Watch;
    constructor(callback: ResizeObserverCallback) {
      this.#watch = {callback, observer: this, targets: new Set()};
      watches.add(this.#watch);
    }
    observe(target: Element): void {
      this.#watch.targets.add(target);
      window.setTimeout(() => {
        if (this.#watch.targets.has(target)) tell(this.#watch, [target]);
      });
    }
    unobserve(target: Element): void {
      this.#watch.targets.delete(target);
    }
    disconnect(): void {
      watches.delete(this.#watch);
    }
  };
  return {
    use(frame) {
      current = frame;
      for (const watch of [...watches]) tell(watch, watch.targets);
    }
  };
}
