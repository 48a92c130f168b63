// How wide a text will be: figures are laid out before, and without, a browser.

const wide = /[A-ZMWmw@%+\u2212]/g;
const slim = /[ .,:;'iljtfrI|()]/g;

/** An estimate in pixels, a little generous, for the site's sans at `size` pixels. */
export function textWidth(text: string, size = 13): number {
  const m = text.match(wide)?.length ?? 0;
  const i = text.match(slim)?.length ?? 0;
  return size * (m * 0.64 + i * 0.29 + (text.length - m - i) * 0.51);
}

/** The text in lines no wider than `width` pixels where words allow. */
export function wrapText(text: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1] ?? ""} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, about as long as each other: no last word stands alone below the rest. */
export function balanceText(text: string, width: number, size = 13): string[] {
  let lines = wrapText(text, width, size);
  for (let narrower = width; narrower > 0 && lines.length > 1; narrower -= size / 2) {
    const next = wrapText(text, narrower, size);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}
