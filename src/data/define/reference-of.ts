// A citation as authors write it, in the parts that reference managers ask for.
import type {Reference} from "../sources.js";

const whole =
  /^(?<authors>.+?)\.? (?:\((?<bracketed>\d{4})\)|(?<year>\d{4}))\. (?:“(?<quoted>.+?)\.?”\.?|(?<plain>.+?)\.) (?<publisher>[^.]+)\./u;

/**
 * The parts of a citation of data in the order author, year, title, publisher ("Bush, Sarah Sunn, and Lauren Prather.
 * 2020. Replication data for …. Harvard Dataverse."); null where it is written in another way.
 */
export function referenceOf(citation: string, doi?: string): Reference | null {
  const parts: Readonly<Partial<Record<string, string>>> = whole.exec(citation)?.groups ?? {};
  const {authors, year, bracketed, quoted, plain, publisher} = parts;
  const title = quoted ?? plain;
  if (authors === undefined || title === undefined || publisher === undefined) return null;
  return {
    kind: "data",
    authors: authorsOf(authors),
    year: Number(year ?? bracketed),
    title,
    publisher,
    ...(doi !== undefined && {doi})
  };
}

/** The first author is written family name first; all others, last. */
function authorsOf(text: string): string[] {
  const names = text.split(/, and |, | and /u);
  return [names.slice(0, 2).join(", "), ...names.slice(2).map(familyFirst)];
}

function familyFirst(name: string): string {
  const [family = name, ...given] = name.split(" ").reverse();
  return given.length === 0 ? family : `${family}, ${given.reverse().join(" ")}`;
}
