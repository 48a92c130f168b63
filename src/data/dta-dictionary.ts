// Reads the front of a Stata file: what it is, and what its variables are called and mean.
import {damaged, type ByteReader} from "./dta-bytes.js";
import type {DtaLayout} from "./dta-layout.js";
import {decodeText} from "./dta-encoding.js";

/** How the values of a variable are stored, and in how many bytes. */
export interface Storage {
  readonly kind: "byte" | "int" | "long" | "float" | "double" | "str" | "strL";
  readonly width: number;
}

/** One variable as declared, without its values. */
export interface Declaration {
  readonly name: string;
  readonly label: string;
  readonly format: string;
  readonly valueLabelName: string;
  readonly storage: Storage;
}

/** What a file says of itself before its data. */
export interface Dictionary {
  readonly rows: number;
  readonly label: string;
  readonly timestamp: string;
  readonly variables: readonly Declaration[];
}

interface Header {
  count: number;
  rows: number;
  label: string;
  timestamp: string;
}

const numberStorages: readonly Storage[] = [
  {kind: "byte", width: 1},
  {kind: "int", width: 2},
  {kind: "long", width: 4},
  {kind: "float", width: 4},
  {kind: "double", width: 8}
];

/**
 * Reads from behind the byte order up to the data. Throws an InputError when the file ends early, a
 * type is unknown, a name is empty or comes twice, or there are rows without variables.
 */
export function readDictionary(reader: ByteReader, layout: DtaLayout): Dictionary {
  const {count, ...header} = layout.tagged
    ? readTaggedHeader(reader, layout)
    : readLegacyHeader(reader, layout);
  const texts = (tag: string, width: number) =>
    section(reader, layout, tag, () =>
      repeat(count, () => decodeText(reader.take(width, tag), layout.utf8))
    );
  const types = section(reader, layout, "variable_types", () =>
    repeat(count, () => reader.unsigned(layout.typeWidth, "variable_types"))
  );
  const names = texts("varnames", layout.nameWidth);
  section(reader, layout, "sortlist", () =>
    reader.take(layout.sortWidth * (count + 1), "the sort order")
  );
  const formats = texts("formats", layout.formatWidth);
  const valueLabelNames = texts("value_label_names", layout.nameWidth);
  const labels = texts("variable_labels", layout.labelWidth);
  section(reader, layout, "characteristics", () => {
    skipCharacteristics(reader, layout);
  });
  checkNames(names);
  if (count === 0 && header.rows > 0) damaged("it has rows but no variables");
  const variables = names.map((name, i) => ({
    name,
    label: labels[i],
    format: formats[i],
    valueLabelName: valueLabelNames[i],
    storage: storageOf(types[i], layout, name)
  }));
  return {...header, variables};
}

/** Runs `read` between the tags of a section; releases without tags have the same sections bare. */
export function section<T>(reader: ByteReader, layout: DtaLayout, tag: string, read: () => T): T {
  if (!layout.tagged) return read();
  reader.expect(`<${tag}>`);
  const content = read();
  reader.expect(`</${tag}>`);
  return content;
}

function readTaggedHeader(reader: ByteReader, layout: DtaLayout): Header {
  const number = (tag: string, width: number) =>
    section(reader, layout, tag, () => reader.unsigned(width, `<${tag}>`));
  const text = (tag: string, lengthWidth: number) =>
    section(reader, layout, tag, () =>
      decodeText(reader.take(reader.unsigned(lengthWidth, tag), tag), layout.utf8)
    );
  const header = {
    count: number("K", layout.countWidth),
    rows: number("N", layout.rowsWidth),
    label: text("label", layout.labelLengthWidth),
    timestamp: text("timestamp", 1)
  };
  reader.expect("</header>");
  section(reader, layout, "map", () => reader.take(14 * 8, "the map"));
  return header;
}

function readLegacyHeader(reader: ByteReader, layout: DtaLayout): Header {
  reader.take(2, "the file type");
  return {
    count: reader.unsigned(layout.countWidth, "the number of variables"),
    rows: reader.unsigned(layout.rowsWidth, "the number of rows"),
    label: decodeText(reader.take(81, "the data label"), layout.utf8),
    timestamp: decodeText(reader.take(18, "the time stamp"), layout.utf8)
  };
}

function skipCharacteristics(reader: ByteReader, layout: DtaLayout): void {
  if (layout.tagged) {
    while (reader.sees("<ch>")) {
      section(reader, layout, "ch", () =>
        reader.take(reader.unsigned(4, "a characteristic"), "a characteristic")
      );
    }
    return;
  }
  for (;;) {
    const type = reader.unsigned(1, "an expansion field");
    const length = reader.unsigned(4, "an expansion field");
    if (type === 0 && length === 0) return;
    reader.take(length, "an expansion field");
  }
}

function storageOf(code: number, layout: DtaLayout, name: string): Storage {
  const {tagged} = layout;
  const numeric = tagged ? numberStorages[65530 - code] : numberStorages[code - 251];
  if ((numeric as Storage | undefined) !== undefined) return numeric;
  if (code >= 1 && code <= (tagged ? 2045 : 244)) return {kind: "str", width: code};
  if (tagged && code === 32768) return {kind: "strL", width: 8};
  return damaged(`variable "${name}" has the unknown type ${code}`);
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (name === "") damaged("a variable has no name");
    if (seen.has(name)) damaged(`two variables are called "${name}"`);
    seen.add(name);
  }
}

function repeat<T>(count: number, read: () => T): T[] {
  const items: T[] = [];
  for (let i = 0; i < count; i++) items.push(read());
  return items;
}
