import {createHash} from "node:crypto";
import {tableFromIPC} from "@uwdata/flechette";
import {tableFromArrays, tableToIPC, vectorFromArray, Table, Int64} from "apache-arrow";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fromArrow, toArrow, type ArrowOptions} from "../../src/data/arrow.js";
import {InputError} from "../../src/engine/error.js";

const columns = {
  x: Float64Array.of(1, NaN, -0, 1e300),
  small: Float64Array.of(1.5, NaN, -2, 0.25),
  count: Float64Array.of(1, NaN, -5, 2 ** 31 - 1),
  yes: Float64Array.of(1, 0, NaN, 1),
  text: ["a", null, "ü€", "a"],
  none: [null, null, null, null]
};
const options: ArrowOptions = {
  types: {small: "float32", count: "int32", yes: "bool"},
  metadata: {key: "abc", title: "für alle"}
};
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("toArrow(columns, options)", () => {
  it("gives these very bytes", () => {
    // A change of this hash is a change of the format of every report: say so in the log.
    expect(hash(toArrow(columns, options))).toBe(
      "c44537a66c1a8c98707a249d1a6462d614f217dc0826203a62e81f2bd64889d2"
    );
  });

  it("gives the same bytes every time, though apache-arrow counts dictionaries", () => {
    const first = toArrow(columns, options);
    expect(toArrow(columns, options)).toEqual(first);
  });

  it("is undone by fromArrow", () => {
    expect(fromArrow(toArrow(columns, options))).toEqual({
      columns,
      metadata: options.metadata
    });
  });

  it("is undone by fromArrow for all columns", () => {
    const length = fc.nat({max: 40});
    const value = fc.tuple(fc.double(), fc.option(fc.string({unit: "grapheme"}), {nil: null}));
    const rows = length.chain((n) => fc.array(value, {minLength: n, maxLength: n}));
    fc.assert(
      fc.property(rows, (pairs) => {
        const some = {x: Float64Array.from(pairs, ([x]) => x), t: pairs.map(([, t]) => t)};
        expect(fromArrow(toArrow(some)).columns).toEqual(some);
      }),
      {seed: 1960}
    );
  });

  it("is read alike by flechette", () => {
    const table = tableFromIPC(toArrow(columns, options));
    const get = (name: string) => Array.from(table.getChild(name) as Iterable<unknown>);
    expect(get("x")).toEqual([...columns.x]);
    expect(get("small")).toEqual([...columns.small]);
    expect(get("count")).toEqual([1, null, -5, 2 ** 31 - 1]);
    expect(get("yes")).toEqual([true, false, null, true]);
    expect(get("text")).toEqual(columns.text);
    expect(get("none")).toEqual(columns.none);
    expect(table.schema.metadata).toEqual(new Map(Object.entries(options.metadata ?? {})));
  });

  it("lays out float64 columns so that flechette reads them without a copy", () => {
    const bytes = toArrow(columns);
    const x = tableFromIPC(bytes).getChild("x").toArray() as Float64Array;
    expect(x.buffer).toBe(bytes.buffer);
  });

  it("keeps a table without rows or without columns", () => {
    const empty = {x: new Float64Array(0), t: []};
    expect(fromArrow(toArrow(empty)).columns).toEqual(empty);
    expect(fromArrow(toArrow({})).columns).toEqual({});
  });

  it.each([
    {
      what: "columns of different lengths",
      run: () => toArrow({a: Float64Array.of(1), b: Float64Array.of(1, 2)}),
      says: 'invalid column: "b" has 2 values; the first column has 1'
    },
    {
      what: "fractions in int32",
      run: () => toArrow({a: Float64Array.of(1, 0.5)}, {types: {a: "int32"}}),
      says: 'invalid value: 0.5 in "a"; a column of type int32 cannot hold it'
    },
    {
      what: "other numbers than 0 and 1 in bool",
      run: () => toArrow({a: Float64Array.of(2)}, {types: {a: "bool"}}),
      says: 'invalid value: 2 in "a"; a column of type bool cannot hold it'
    },
    {
      what: "numeric types for texts",
      run: () => toArrow({a: ["x"]}, {types: {a: "int32"}}),
      says: 'invalid type: int32 for "a"; '
    },
    {
      what: "types for columns that are not there",
      run: () => toArrow({}, {types: {a: "int32"}}),
      says: 'invalid type: int32 for "a"; '
    }
  ])("refuses $what", ({run, says}) => {
    expect(run).toThrow(InputError);
    expect(run).toThrow(says);
  });
});

describe("fromArrow(bytes)", () => {
  it("reads files as well as streams, and plain texts", () => {
    const table = new Table({
      n: vectorFromArray([1n, null], new Int64()),
      t: vectorFromArray(["a", null])
    });
    const wanted = {n: Float64Array.of(1, NaN), t: ["a", null]};
    expect(fromArrow(tableToIPC(table, "file")).columns).toEqual(wanted);
    expect(fromArrow(tableToIPC(table, "stream")).columns).toEqual(wanted);
  });

  it("refuses whole numbers that a double would change", () => {
    const bytes = tableToIPC(tableFromArrays({n: BigInt64Array.of(2n ** 53n + 1n)}));
    expect(() => fromArrow(bytes)).toThrow('unsupported value: 9007199254740993 in "n"; ');
  });

  it("refuses columns of lists", () => {
    const bytes = tableToIPC(new Table({list: vectorFromArray([[1, 2], [3]])}));
    expect(() => fromArrow(bytes)).toThrow('unsupported column: "list"; ');
  });

  it("refuses bytes that are not Arrow", () => {
    expect(() => fromArrow(Buffer.from("a,b\n1,2\n"))).toThrow(InputError);
    expect(() => fromArrow(new Uint8Array())).toThrow(/^invalid Arrow data: /);
  });

  it("refuses every shortened stream, of which apache-arrow would read what there is", () => {
    const bytes = toArrow(columns, options);
    for (let end = 0; end < bytes.length; end++) {
      expect(() => fromArrow(bytes.subarray(0, end))).toThrow(InputError);
    }
  });
});
