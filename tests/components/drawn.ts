// Questions that tests ask of a drawn figure.
import {expect} from "vitest";
import type {Drawing} from "../../src/components/drawing.js";

/** Elements that match, as a list. */
export function all(figure: Drawing, selector: string): Element[] {
  return [...figure.querySelectorAll(selector)];
}

/** The number in an attribute. */
export function num(element: Element | undefined, attribute: string): number {
  return Number(element?.getAttribute(attribute) ?? NaN);
}

/** The x of a value in the outcome's unit. */
export function xOf(figure: Drawing, value: number): number {
  return Number(figure.scale?.("x")?.apply(value));
}

/** The groups that elements stand for, in document order. */
export function groupsOf(elements: readonly Element[]): (string | null)[] {
  return elements.map((element) => element.getAttribute("data-group"));
}

/** All text of a figure; the lines of a wrapped text are joined by blanks. */
export function words(figure: Drawing): string[] {
  return all(figure, "text").map((text) => {
    const lines = [...text.querySelectorAll("tspan")].map((line) => line.textContent.trim());
    return lines.length > 0 ? lines.join(" ") : text.textContent;
  });
}

/** The group of each area that pointer and keyboard reach. */
export function reached(figure: Drawing): (string | null)[] {
  return groupsOf(all(figure, "[data-focus]"));
}

/** Asserts that the horizontal lines of a group run between these values of the outcome's unit. */
export function expectInterval(
  figure: Drawing,
  group: string,
  ends: readonly (readonly [number, number])[]
): void {
  const lines = all(figure, `line[data-group="${group}"]`);
  const drawn = lines.map((line) => [num(line, "x1"), num(line, "x2")]);
  const expected = ends.map((pair) => pair.map((value) => xOf(figure, value)));
  expect(drawn.map((pair) => pair.map((x) => x.toFixed(3)))).toEqual(
    expected.map((pair) => pair.map((x) => x.toFixed(3)))
  );
}
