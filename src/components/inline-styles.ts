// Copies a drawing so that it looks the same outside its page.

const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "visibility",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-variant-numeric",
  "text-anchor"
];
const own: Readonly<Record<string, string>> = {
  display: "inline",
  opacity: "1",
  "dominant-baseline": "auto"
};

/** What styles a mark, or lets a reader reach it, on a page; a file has no use for it. */
const onlyForPages = [
  "class",
  "style",
  "tabindex",
  "role",
  "data-focus",
  "aria-hidden",
  "aria-label",
  "aria-pressed"
];

/** A copy of `drawing` with the computed styles of every element as attributes of its own. */
export function inlineStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const to = [copy, ...copy.querySelectorAll("*")];
  [drawing, ...drawing.querySelectorAll("*")].forEach((source, i) => {
    writeStyles(source, to[i], source === drawing ? null : source.parentElement);
  });
  // Labels may stand out of a drawing's box, and an inner SVG would cut them off.
  copy.setAttribute("overflow", "visible");
  for (const style of copy.querySelectorAll("style")) style.remove();
  return copy;
}

function writeStyles(source: Element, target: Element, above: Element | null): void {
  const style = getComputedStyle(source);
  const parent = above && getComputedStyle(above);
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value !== "" && value !== parent?.getPropertyValue(name)) {
      target.setAttribute(name, plainColor(value));
    }
    // What came from var() or currentColor and equals the parent's must not override it.
    else if (/var\(|currentcolor/i.test(target.getAttribute(name) ?? "")) {
      target.removeAttribute(name);
    }
  }
  for (const [name, initial] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== "" && value !== initial) target.setAttribute(name, value);
  }
  for (const name of onlyForPages) target.removeAttribute(name);
}

/**
 * A computed colour as every reader of SVG knows it: `color(srgb 0.2 0.4 0.6)`, which color-mix()
 * leaves behind, as `rgb(51, 102, 153)`, and what is wholly transparent as `none`. Other values are
 * returned as they are.
 */
export function plainColor(value: string): string {
  if (value === "rgba(0, 0, 0, 0)" || value === "transparent") return "none";
  const parts = /^color\(srgb ([^/)]+)/.exec(value)?.[1];
  if (parts === undefined) return value;
  const bytes = parts
    .trim()
    .split(/\s+/)
    .map((part) => Math.round(255 * Math.max(0, Math.min(1, Number(part)))));
  return `rgb(${bytes.join(", ")})`;
}
