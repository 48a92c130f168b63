// A drawn figure as one self-contained SVG or PNG: title, caption, warnings and styles inside.
import {inlineStyles} from "./inline-styles.js";
import {wrapWords} from "./wrap-words.js";

/** The words that go into an exported picture. */
export interface PictureText {
  readonly title: string;
  readonly caption: string;
  /** Stand-in or unconverged warnings; drawn above everything. */
  readonly warnings: readonly string[];
  /** `@font-face` rules to carry along. */
  readonly fonts?: string;
}

const namespace = "http://www.w3.org/2000/svg";
const margin = 24;

/** All SVG drawings within `chart`, composed with their words into one SVG element. */
export function picture(chart: Element, text: PictureText): SVGSVGElement {
  const frame = chart.getBoundingClientRect();
  const width = Math.max(320, Math.ceil(frame.width)) + 2 * margin;
  const page = getComputedStyle(chart);
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("font-family", page.fontFamily);
  svg.setAttribute("fill", page.color);
  if (text.fonts) add(svg, "style").textContent = text.fonts;
  const paper = add(svg, "rect", {width: "100%", height: "100%"});
  paper.setAttribute("fill", page.getPropertyValue("--paper").trim() || "white");

  let y = margin;
  const alarm = page.getPropertyValue("--alarm").trim() || page.color;
  const write = (words: string, size: number, weight: number, fill = page.color): void => {
    for (const line of wrapWords(words, (width - 2 * margin) / (size * 0.48))) {
      y += size * 1.35;
      const attributes = {x: margin, y, "font-size": size, "font-weight": weight, fill};
      add(svg, "text", attributes).textContent = line;
    }
    y += size * 0.5;
  };
  for (const warning of text.warnings) write(`\u25B2 ${warning}`, 14, 700, alarm);
  write(text.title, 19, 600);
  let bottom = y;
  for (const drawing of chart.querySelectorAll("svg")) {
    if (drawing.parentElement?.closest("svg")) continue;
    const box = drawing.getBoundingClientRect();
    const copy = inlineStyles(drawing);
    const seen = drawing.closest(".many-window")?.getBoundingClientRect();
    if (seen) crop(copy, box, seen);
    copy.setAttribute("x", String(margin + box.left - frame.left));
    copy.setAttribute("y", String(y + Math.max(box.top, seen?.top ?? -Infinity) - frame.top));
    svg.append(copy);
    bottom = Math.max(bottom, y + Math.min(box.bottom, seen?.bottom ?? Infinity) - frame.top);
  }
  y = bottom + 8;
  write(text.caption, 13, 400);
  const height = Math.ceil(y + margin);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  return svg;
}

/** Leaves of a drawing what its scrolling box shows at the time. */
function crop(copy: SVGElement, box: DOMRect, seen: DOMRect): void {
  const from = Math.max(0, seen.top - box.top);
  const height = Math.max(0, Math.min(box.bottom, seen.bottom) - box.top - from);
  copy.setAttribute("viewBox", `0 ${from} ${box.width} ${height}`);
  copy.setAttribute("height", String(height));
  copy.setAttribute("overflow", "hidden");
}

/** The SVG as text of its own: XML, without the control characters that XML cannot hold. */
export function pictureText(svg: SVGSVGElement): string {
  const text = new XMLSerializer().serializeToString(svg);
  // eslint-disable-next-line no-control-regex -- they are what is to be found
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}

/** Pixels of a side that every browser can paint. */
const longestSide = 16_384;

/**
 * The SVG as PNG bytes at `scale` pixels a unit, fewer where a side would get too long; rejects when
 * the browser cannot paint it.
 */
export async function pngOf(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureText(svg))}`;
  await image.decode();
  const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side)));
  const fine = Math.min(scale, longestSide / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * fine);
  canvas.height = Math.round(height * fine);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("missing picture: the browser could not paint the figure"));
    }, "image/png");
  });
}

function add(
  parent: Element,
  tag: "rect" | "style" | "text",
  attributes: Readonly<Record<string, string | number>> = {}
): SVGElement {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  parent.append(node);
  return node;
}
