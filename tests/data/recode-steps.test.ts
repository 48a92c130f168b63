import {table as createTable} from "arquero";
import {describe, expect, it} from "vitest";
import {
  complete,
  derive,
  from,
  join,
  keep,
  label,
  oneOf,
  select,
  where
} from "../../src/data/recode-steps.js";
import {toColumns} from "../../src/data/table.js";

const said = {name: "Step", why: "For a reason."};
const raw = createTable({
  a: Float64Array.of(1, 2, NaN),
  b: Float64Array.of(10, NaN, 30),
  t: ["u", null, "w"]
});
const derived = (derivation: ReturnType<typeof from>) =>
  toColumns(derive(said, {out: derivation}).apply(raw)).out;

describe("from(inputs, rule)", () => {
  it("applies the rule to numbers, and misses where an input does, as R does", () => {
    expect(derived(from(["a", "b"], (a, b) => a + b))).toEqual(Float64Array.of(11, NaN, NaN));
  });

  it("does not call a comparison with a missing value false", () => {
    expect(derived(from(["a"], (a) => Number(a >= 2)))).toEqual(Float64Array.of(0, 1, NaN));
  });

  it("refuses texts", () => {
    expect(() => derived(from(["t"], (t) => t))).toThrow('invalid value: "u" in "t"; ');
  });

  it("refuses columns that are not there", () => {
    expect(() => derived(from(["z"], (z) => z))).toThrow(/^missing column: "z"/);
  });
});

describe("oneOf(input, ...codes)", () => {
  it("is 1 for the codes, 0 for others, missing for missing", () => {
    expect(derived(oneOf("b", 10, 11))).toEqual(Float64Array.of(1, NaN, 0));
  });
});

describe("label(input, texts)", () => {
  it("gives the text of a code, null for missing", () => {
    expect(derived(label("a", {1: "one", 2: "two"}))).toEqual(["one", "two", null]);
  });

  it("refuses codes it does not know", () => {
    expect(() => derived(label("a", {1: "one"}))).toThrow('unknown code: 2 in "a"; known are 1');
  });
});

describe("join(...inputs)", () => {
  it("joins numbers and texts, and misses where one does", () => {
    expect(derived(join("t", "b"))).toEqual(["u_10", null, "w_30"]);
  });
});

describe("where(input, value, then, otherwise)", () => {
  it("takes one way or the other by the value of a column", () => {
    expect(derived(where("a", 1, join("a", "b"), "rest"))).toEqual(["1_10", "rest", "rest"]);
  });
});

describe("derive(sentences, derivations)", () => {
  it("derives each column from the columns as they were", () => {
    const step = derive(said, {
      a: from(["a"], (a) => a + 1),
      c: from(["a"], (a) => 100 * a)
    });
    expect(toColumns(step.apply(raw)).c).toEqual(Float64Array.of(100, 200, NaN));
  });
});

describe("complete(sentences, columns)", () => {
  it("keeps rows with a value everywhere, and counts what is missing where", () => {
    const step = complete(said, ["a", "b", "t"]);
    expect(toColumns(step.apply(raw)).t).toEqual(["u"]);
    expect(step.counts?.(raw)).toEqual({a: 1, b: 1, t: 1});
  });

  it("refuses columns that are not there", () => {
    expect(() => complete(said, ["z"]).apply(raw)).toThrow(/^missing column: "z"/);
  });
});

describe("keep(sentences, inputs, test)", () => {
  it("keeps the rows that pass", () => {
    const step = keep(said, ["b"], ({b}) => b === 30);
    expect(toColumns(step.apply(raw)).t).toEqual(["w"]);
  });
});

describe("select(sentences, columns)", () => {
  it("keeps columns in the order given, and refuses unknown ones", () => {
    expect(select(said, ["t", "a"]).apply(raw).columnNames()).toEqual(["t", "a"]);
    expect(() => select(said, ["z"]).apply(raw)).toThrow(/^missing column: "z"/);
  });
});
