// A citation as authors write it, in the parts that reference managers ask for.
import type {Reference} from "../sources.js";

const whole =
  /^(?<authors>.+?)\.? (?:\((?<bracketed>\d{4})\)|(?<year>\d{4}))\. (?:“(?<quoted>.+?)\.?”\.?|(?<plain>.+?)\.) (?<publisher>[^.]+)\./u;

/**
 * The parts of a citation of data in the order author, year, title, publisher ("Bush, Sarah Sunn, and Lauren Prather.
 * 2020. Replication data for …. Harvard Dataverse."); null where it is written in another way.
 */
export function referenceOf(citation: string, doi?: string): Reference | null {
  const {authors, year, bracketed, quoted, plain, publisher} = whole.exec(citation)?.groups ?? {};
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
  const [family = "", given, ...rest] = text.split(/, and |, | and /u);
  const first = given === undefined ? family : `${family}, ${given}`;
  return [first, ...rest.map(familyFirst)];
}

function familyFirst(name: string): string {
  const [family = name, ...given] = name.split(" ").reverse();
  return given.length === 0 ? family : `${family}, ${given.reverse().join(" ")}`;
}
