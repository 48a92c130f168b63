// Labels as data may hold them, at their worst: no export may break on them, or run them.

/** Each a text that has broken some program. */
export const hostileTexts: readonly string[] = [
  'commas, "quotes" and; semicolons',
  "two\nlines",
  "two\r\nlines and a\ttab",
  "=1+1",
  "+HYPERLINK(0)",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "<script>alert(1)</script>",
  "</script><!--",
  "&amp; ]]> %{}$#_^~\\",
  "\u{1F469}\u{1F3FD}\u200D\u{1F33E} and \u{1D518}",
  "\u0645\u0646 \u0627\u0644\u064A\u0645\u064A\u0646 \u202E right to left",
  "no\u00A0break, a\u0000 nought, a\u0007 bell and a \u2028 separator",
  "a mark \uFEFF of order",
  "__proto__",
  "constructor",
  "NaN",
  " ",
  "",
  "x".repeat(10_000),
  "many words ".repeat(900)
];
