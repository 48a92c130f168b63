// Draws figures for paper while the page is printed, and for the screen again afterwards.

/** Pixels between the margins of an upright A4 or Letter page, by the page's style sheet. */
export const paperWidth = 680;

/** Not a list: a figure that leaves the page is forgotten with its element. */
const charts = new WeakMap<Element, (printed: boolean) => void>();
let listening = false;

/** Calls `draw` with true before each printing of `chart`, and with false after it. */
export function followPrinting(chart: HTMLElement, draw: (printed: boolean) => void): void {
  charts.set(chart, draw);
  if (listening) return;
  listening = true;
  const tell = (printed: boolean) => (): void => {
    for (const each of document.querySelectorAll(".chart")) charts.get(each)?.(printed);
  };
  addEventListener("beforeprint", tell(true));
  addEventListener("afterprint", tell(false));
}
