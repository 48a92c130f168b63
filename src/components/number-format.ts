// The browser's own number formats, each made once.

const formats = new Map<number, Intl.NumberFormat>();

/** English, thousands separated, `digits` decimals; making one takes longer than writing a thousand numbers. */
export function numberFormat(digits: number): Intl.NumberFormat {
  const known = formats.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  });
  formats.set(digits, made);
  return made;
}
