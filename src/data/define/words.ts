// Words of a declaration inside sentences.

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** One and many of what a row is, from "child/children" or, where an s makes many, "voter"; null from no words. */
export function rowWords(text: string): readonly [one: string, many: string] | null {
  const [one = "", many = `${one}s`] = text.split("/").map((part) => part.trim());
  return one === "" || many === "" ? null : [one, many];
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A label inside a sentence. What has more capitals stays: abbreviations such as "GDP" and "AfD", and "Message A", of
 * which every word has one.
 */
export function lowered(text: string): string {
  const [first = "", ...others] = text.split(",", 1)[0].match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
  const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
  const stays = /\p{Lu}/u.test(first.slice(1)) || (others.length > 0 && others.every(isCapital));
  return stays ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** How a declaration's labels stand inside sentences: lowered, but where they keep their capitals as they are. */
export function inSentence({capitals}: {readonly capitals?: boolean}): (text: string) => string {
  return capitals === true ? (text) => text : lowered;
}

/** Whether texts seem to be of a language whose nouns have capitals: German, told by its umlauts. */
export function haveUmlauts(texts: readonly string[]): boolean {
  return texts.some((text) => /[äöüß]/iu.test(text));
}

/** What says how much, how often or how good, but not of what, in English, German, French and Spanish. */
const BARE = [
  String.raw`[-\u2212+\d.,–<>≤≥ ]+`,
  "yes|no|true|false|none|some|any|both|neither|other|not stated",
  "(?:very |fairly |somewhat |rather |quite )?(?:high|low|medium|middle|moderate|average|good|bad|poor|fair|excellent|often|rarely|seldom|much|little|strong|weak|large|small|(?:un)?important|(?:un)?likely|(?:dis)?satisfied)(?:er|est)?",
  "never|always|sometimes|occasionally|frequently|usually|a lot|a little|a great deal|not at all|not (?:very|much|too)|very|somewhat|strongly|moderately|slightly|extremely|completely",
  "ja|nein|keine?|andere?|sonstige|nie|niemals|immer|manchmal|gelegentlich|sehr|etwas|eher|ziemlich|kaum|teilweise|(?:gar|überhaupt) nicht|(?:sehr |eher |ziemlich )?(?:hoch|niedrig|gering|mittel|gut|schlecht|oft|häufig|selten|stark|schwach|viel|wenig|(?:un)?wichtig|(?:un)?zufrieden)",
  "oui|non|aucune?|autres?|jamais|toujours|parfois|souvent|rarement|très|assez|peu|plutôt|beaucoup|pas du tout|(?:très |assez |plutôt )?(?:haute?|basse?|bas|élevée?|faible|moyen(?:ne)?|bon(?:ne)?|mauvaise?)",
  "s[ií]|ningun[oa]|otr[oa]s?|nunca|siempre|a veces|a menudo|muy|mucho|poco|algo|nada|bastante|(?:muy )?(?:alt[oa]|baj[oa]|medi[oa]|buen[oa]|mal[oa])"
].join("|");

const bare = new RegExp(`^(?:${BARE})$`, "iu");

/** Who is poor or not is said by the word itself, though health or a road may be poor as well. */
const POVERTY =
  /^(?:(?:not|non|very|extremely|less|the) ?-?)*(?:poor(?:er|est)?|rich(?:er|est)?|wealthy|better[ -]off)$/iu;

/**
 * Whether a level's label says nothing without what it is a level of: "1–2", "yes", "very high", "oft". "Poor" does
 * where other levels of the column are "not poor" or "rich".
 */
export function isBare(text: string, levels: readonly string[] = []): boolean {
  return bare.test(text) && !(levels.length > 1 && levels.every((one) => POVERTY.test(one)));
}
