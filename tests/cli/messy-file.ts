// An experiment that nobody tuned for, as a messy csv: semicolons, commas for decimals, gaps, dates.
import seedrandom from "seedrandom";

const header = [
  ...["ID", "Datum", "Arm", "Punkte (0-10)", "Schulart", "Größe", "Größe", "Bemerkung", ""]
];

/** The text of a file of `rows` rows; the same each time. */
export function messyText(rows: number): string {
  const random = seedrandom("messy");
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
  const comma = (x: number): string => x.toFixed(2).replace(".", ",");
  const lines = Array.from({length: rows}, (_, i) => {
    const arm = pick(["Kontrolle", "Brief", "Anruf"]);
    const school = pick(["Real", "Gymnasium", "Haupt"]);
    const size = 120 + 60 * random();
    const effect = arm === "Brief" ? (school === "Haupt" ? 1.5 : 0.3) : 0;
    const points = 4 + effect + size / 100 + (random() + random() + random() - 1.5) * 2;
    const day = `${String(1 + (i % 28))}.03.2021`;
    return [
      String(1000 + i),
      day,
      arm,
      i % 17 === 3 ? "NA" : comma(points),
      i % 41 === 0 ? "." : school,
      comma(size),
      pick(["klein", "groß"]),
      i % 5 === 0 ? `"sagt: ""ja"";\nspäter nein"` : "",
      "x"
    ].join(";");
  });
  return `${header.join(";")}\r\n${lines.join("\r\n")}\r\n`;
}

/** The text as bytes of Windows Latin-1. */
export function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}
