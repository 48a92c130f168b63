// What differs between the releases of the Stata format: widths, encoding, and tags.
import {error} from "../engine/index.js";
import {damaged, type ByteReader} from "./dta-bytes.js";

/** The widths in bytes of one release; `tagged` releases (since 117) put sections between tags. */
export interface DtaLayout {
  readonly release: number;
  readonly tagged: boolean;
  readonly utf8: boolean;
  /** Widths of the number of variables, the number of rows, and the length of the data label. */
  readonly countWidth: number;
  readonly rowsWidth: number;
  readonly labelLengthWidth: number;
  readonly typeWidth: number;
  readonly nameWidth: number;
  readonly sortWidth: number;
  readonly formatWidth: number;
  readonly labelWidth: number;
  /** Widths of the two halves of a reference to a long text, likeliest first. */
  readonly referenceWidths: readonly (readonly [number, number])[];
}

const release114 = {
  tagged: false,
  utf8: false,
  countWidth: 2,
  rowsWidth: 4,
  labelLengthWidth: 1,
  typeWidth: 1,
  nameWidth: 33,
  sortWidth: 2,
  formatWidth: 49,
  labelWidth: 81,
  referenceWidths: []
} satisfies Omit<DtaLayout, "release">;

const release117: Omit<DtaLayout, "release"> = {
  ...release114,
  tagged: true,
  typeWidth: 2,
  referenceWidths: [[4, 4]]
};

const release118: Omit<DtaLayout, "release"> = {
  ...release117,
  utf8: true,
  rowsWidth: 8,
  labelLengthWidth: 2,
  nameWidth: 129,
  formatWidth: 57,
  labelWidth: 321,
  referenceWidths: [[2, 6]]
};

const layouts: ReadonlyMap<number, DtaLayout> = new Map([
  [113, {...release114, release: 113, formatWidth: 12}],
  [114, {...release114, release: 114}],
  [115, {...release114, release: 115}],
  [117, {...release117, release: 117}],
  [118, {...release118, release: 118}],
  [
    119,
    {
      ...release118,
      release: 119,
      countWidth: 4,
      sortWidth: 4,
      // Stata writes 3 + 5 bytes; ReadStat, and so haven, goes on writing 2 + 6.
      referenceWidths: [
        [3, 5],
        [2, 6]
      ]
    }
  ]
]);

// Releases that exist, so that "unsupported" is said of them and "not Stata" of all other bytes.
const isStataRelease = (release: number) =>
  (release >= 102 && release <= 115) || (release >= 117 && release <= 121);

/**
 * Reads what a file begins with: its release, and the order of its bytes, which the reader then
 * keeps to. Throws an InputError for bytes that are not Stata's and for other releases.
 */
export function readLayout(reader: ByteReader): DtaLayout {
  if (reader.remaining() === 0) error("invalid Stata file: it is empty; get the file again");
  if (!reader.sees("<stata_dta>")) {
    const layout = layoutOf(reader.unsigned(1, "the release"));
    const order = reader.unsigned(1, "the byte order");
    if (layout.tagged || (order !== 1 && order !== 2)) notStata();
    reader.setLittleEndian(order === 2);
    return layout;
  }
  reader.expect("<stata_dta><header><release>");
  const digits = String.fromCharCode(...reader.take(3, "the release"));
  const layout = layoutOf(/^\d{3}$/.test(digits) ? Number(digits) : NaN);
  if (!layout.tagged) notStata();
  reader.expect("</release><byteorder>");
  const order = String.fromCharCode(...reader.take(3, "the byte order"));
  if (order !== "LSF" && order !== "MSF") damaged(`its byte order is "${order}"`);
  reader.setLittleEndian(order === "LSF");
  reader.expect("</byteorder>");
  return layout;
}

function layoutOf(release: number): DtaLayout {
  const layout = layouts.get(release);
  if (layout) return layout;
  if (!isStataRelease(release)) notStata();
  return error(
    `unsupported Stata release: ${release}; in Stata, save the file anew (113 to 119 are read)`
  );
}

function notStata(): never {
  return error("invalid Stata file: its first bytes are not Stata's; name a .dta file");
}
