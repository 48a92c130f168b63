// The words of groups and of what readers type, brought to one form so that they can meet.

/** Words that people write around what they look for. */
const empty = new Set(
  "who whom whose which that those these are is was were have has had do does the a an of with and in on at for by as be being than group groups people person respondent respondents".split(
    " "
  )
);

/** Everyday words for the same, each in the singular. */
const same: Readonly<Partial<Record<string, string>>> = {
  female: "woman",
  lady: "woman",
  male: "man",
  guy: "man"
};

const irregular: Readonly<Partial<Record<string, string>>> = {
  women: "woman",
  men: "man",
  children: "child",
  wives: "wife",
  lives: "life"
};

const denials = new Set(["non", "not", "no", "without"]);

/** Whether a word only joins others. */
export function isEmptyWord(word: string): boolean {
  return empty.has(word);
}

/**
 * The words of a text in lower case. A denial is part of the word that it denies, so that "non-white",
 * "not white" and "nonwhite" are one word, and none of them is "white".
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let denied = false;
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word === "" || (denied && empty.has(word))) continue;
    if (denials.has(word)) denied = true;
    else {
      words.push(denied ? `not${singular(word)}` : word.replace(/^non(?=[a-z]{3})/, "not"));
      denied = false;
    }
  }
  return words;
}

/** The singular of an English word, and the plainer of two words for the same. */
export function singular(word: string): string {
  const one =
    irregular[word] ??
    (/[^aeiou]ies$/.test(word)
      ? word.replace(/ies$/, "y")
      : /(?:ss|us|is)$/.test(word) || word.length < 4
        ? word
        : word.replace(/(?<=ss|x|ch|sh)es$|s$/, ""));
  return same[one] ?? one;
}

/** Whether a typed word is one of the words, in singular or plural, or begins one of them. */
export function meets(typed: string, words: ReadonlySet<string>): boolean {
  if (words.has(typed) || words.has(singular(typed))) return true;
  if (!/^\p{L}{2,}$/u.test(typed)) return false;
  return [...words].some((word) => word.startsWith(typed));
}
