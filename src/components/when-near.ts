// Waits until something comes near the window.

/** How near it comes before it starts. */
const NEAR = "800px";

/** Calls `start` once, when `node` comes near the window; at once where nothing can tell. */
export function whenNear(node: Element, start: () => void): void {
  if (typeof IntersectionObserver === "undefined") {
    start();
    return;
  }
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      watch.disconnect();
      start();
    },
    {rootMargin: NEAR}
  );
  watch.observe(node);
}
