// Breaks a text into the lines of a picture, which cannot do so by itself.

/** Lines of at most `length` characters, broken between words, and within one that is longer. */
export function wrapWords(text: string, length: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, Math.floor(length)))) {
    const last = lines[lines.length - 1] ?? "";
    if (last !== "" && last.length + 1 + word.length > length) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

function pieces(word: string, length: number): readonly string[] {
  if (word.length <= length) return [word];
  const signs = Array.from(word);
  const count = Math.ceil(signs.length / length);
  return Array.from({length: count}, (_, i) => signs.slice(i * length, (i + 1) * length).join(""));
}
