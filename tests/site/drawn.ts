// What a drawn figure on an open page shows.
import type {Page} from "playwright-core";

/** A point of a figure: its group, its place in the picture in pixels, and how it is filled. */
export interface Point {
  readonly group: string;
  readonly x: number;
  readonly y: number;
  readonly hollow: boolean;
}

/** A line of an interval, from left to right. */
export interface Line {
  readonly group: string;
  readonly x1: number;
  readonly x2: number;
}

/** All points that stand for a group, in document order. */
export function pointsOf(page: Page, figure: string): Promise<Point[]> {
  return page.evaluate((id) => {
    const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
    const probe = document.createElement("i");
    probe.style.color = paper;
    document.body.append(probe);
    const hollow = getComputedStyle(probe).color;
    probe.remove();
    return [
      ...document.querySelectorAll(`#${id} .stage [data-mark=dot] :is(circle, path)[data-group]`)
    ].map((mark) => {
      const box = mark.getBoundingClientRect();
      return {
        group: mark.getAttribute("data-group") ?? "",
        x: box.left + box.width / 2,
        y: box.top + box.height / 2,
        hollow: getComputedStyle(mark).fill === hollow
      };
    });
  }, figure);
}

/** All interval lines that stand for a group, in document order. */
export function linesOf(page: Page, figure: string): Promise<Line[]> {
  return page.evaluate(
    (id) =>
      [...document.querySelectorAll(`#${id} .stage line[data-group]`)].map((line) => ({
        group: line.getAttribute("data-group") ?? "",
        x1: Number(line.getAttribute("x1")),
        x2: Number(line.getAttribute("x2"))
      })),
    figure
  );
}

/** The groups that the keyboard reaches in a figure, in its order. */
export function reachedIn(page: Page, figure: string): Promise<string[]> {
  return page
    .locator(`#${figure} .stage [data-group][tabindex]`)
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-group") ?? ""));
}

/** Every group that a figure draws, once each. */
export async function groupsIn(page: Page, figure: string): Promise<Set<string>> {
  const groups = await page
    .locator(`#${figure} .stage [data-group]`)
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-group") ?? ""));
  return new Set(groups);
}

/** The largest distance, in pixels, from the straight line through the outermost pairs. */
export function offLine(pairs: readonly (readonly [value: number, pixel: number])[]): number {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const [[v1, p1], [v2, p2]] = [sorted[0], sorted[sorted.length - 1]];
  const slope = (p2 - p1) / (v2 - v1);
  return Math.max(...sorted.map(([value, pixel]) => Math.abs(p1 + slope * (value - v1) - pixel)));
}

export function captionOf(page: Page, figure: string): Promise<string> {
  return page.locator(`#${figure} figcaption`).innerText();
}
