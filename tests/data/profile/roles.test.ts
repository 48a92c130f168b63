// Files that people do open, by their columns: what is taken for treatment and outcome, and where nothing tells.
import {describe, expect, it} from "vitest";
import {profileTable} from "../../../src/data/profile/column-profile.js";
import {suggestRoles} from "../../../src/data/profile/roles.js";

const n = 600;
const every = (make: (i: number) => number): Float64Array =>
  Float64Array.from({length: n}, (_, i) => make(i));
const words = (texts: readonly string[], step = 1): string[] =>
  Array.from({length: n}, (_, i) => texts[Math.floor(i / step) % texts.length]);

const rolesOf = (columns: Parameters<typeof profileTable>[0]["columns"]) =>
  suggestRoles(profileTable({columns, words: {}}), columns);

describe("a turnout experiment", () => {
  const roles = rolesOf({
    sex: words(["female", "male"], 4),
    yearofbirth: every((i) => 1930 + (i % 60)),
    primary2004: every((i) => Number((i * 7) % 10 < 4)),
    messages: words(["Civic Duty", "Control", "Hawthorne", "Neighbors"]),
    primary2006: every((i) => Number((i * i) % 7 < 2)),
    hhsize: every((i) => 1 + (i % 5))
  });

  it("has its treatment in the column with a control, and its outcome in the later election", () => {
    expect(roles.treatment[0]).toEqual({
      column: "messages",
      why: "is called a treatment, names its arms, has 4 values"
    });
    expect(roles.doubtful).toEqual([]);
    expect(roles.outcome.slice(0, 2).map(({column}) => column)).toEqual([
      "primary2006",
      "primary2004"
    ]);
  });
});

describe("an audit of applications", () => {
  const columns = {
    firstname: words(["Allison", "Keisha", "Brad", "Jamal", "Emily", "Ebony"]),
    sex: words(["female", "male"], 2),
    race: words(["white", "black"]),
    call: every((i) => Number((i * i) % 11 === 1))
  };
  const roles = rolesOf(columns);

  it("does not say whether race, sex or the answer was assigned", () => {
    expect([...roles.doubtful].sort()).toEqual(["call", "race", "sex"]);
  });

  it("has its outcome in the answer, once it is said what was assigned", () => {
    const {outcome} = suggestRoles(profileTable({columns, words: {}}), columns, "race");
    expect(outcome.map(({column}) => column)).toEqual(["call"]);
  });
});

describe("class sizes", () => {
  const roles = rolesOf({
    classtype: every((i) => 1 + (i % 3)),
    hsgrad: every((i) => (i % 2 ? NaN : Number(i % 3 === 0))),
    g4math: every((i) => (i % 3 ? NaN : 700 + ((i * 13) % 90)))
  });

  it("are no assignment where half the rows have none", () => {
    expect(roles.doubtful).toEqual(["hsgrad"]);
    expect(roles.outcome[0].column).toBe("g4math");
  });
});

describe("a survey experiment", () => {
  const roles = rolesOf({
    seconds: every((i) => 200 + ((i * 37) % 900)),
    version: words(["control", "humanitarian", "security"]),
    education: words(["Less than high school", "High school graduate", "Some college"], 2),
    member: words(["no", "yes"], 3),
    admit: every((i) => 1 + ((i * i) % 5))
  });

  it("is told by an arm alone, and has neither its length nor schooling for an outcome", () => {
    expect(roles.treatment[0].column).toBe("version");
    expect(roles.outcome[0].column).toBe("admit");
  });
});

it("takes the only pair that is neither an answer nor what people are like", () => {
  const columns = {
    brief: every((i) => i % 2),
    female: every((i) => Math.floor(i / 2) % 2),
    zustimmung: every((i) => 1 + ((i * i) % 5))
  };
  expect(rolesOf(columns)).toMatchObject({doubtful: [], treatment: [{column: "brief"}, {}]});
  expect(rolesOf({...columns, postkarte: every((i) => Math.floor(i / 4) % 2)}).doubtful).toEqual([
    "brief",
    "postkarte"
  ]);
});

it("says of texts whether there are as many as rows, or only too many", () => {
  const {refused} = rolesOf({
    answer: every((i) => (i * i) % 5),
    remark: Array.from({length: n}, (_, i) => `remark ${String(i)}`),
    firstname: Array.from({length: n}, (_, i) => `name ${String(i % 40)}`)
  });
  expect(refused).toEqual([
    {column: "remark", why: "has 600 different texts, nearly one per row"},
    {column: "firstname", why: "has 40 different texts, too many to be told apart"}
  ]);
});

it("takes the last of years beyond a century's end, and a treatment that is called one for no answer", () => {
  const {outcome} = rolesOf({
    treat: every((i) => i % 2),
    turnout_1998: every((i) => Number((i * i) % 5 < 2)),
    turnout_2002: every((i) => Number((i * i) % 7 < 2))
  });
  expect(outcome.map(({column}) => column)).toEqual(["turnout_2002", "turnout_1998"]);
  const alone = rolesOf({treated: every((i) => i % 2), region: words(["North", "South", "East"])});
  expect(alone).toMatchObject({doubtful: [], outcome: []});
});

it("takes a method of contraception for no arm", () => {
  const {treatment} = rolesOf({
    letter: every((i) => i % 2),
    method: words(["birth control", "none", "other"]),
    answer: every((i) => 1 + ((i * i) % 5))
  });
  expect(treatment.map(({column}) => column)).toEqual(["letter"]);
});

describe("a panel of which some took part in the experiment", () => {
  // Every second pupil was there in the first year; of those few were asked in the second.
  const columns = {
    arm: words(["regular", "small"], 2).map((text, i) => (i % 2 ? null : text)),
    lunch: words(["free", "paid"], 3).map((text, i) => (i % 2 ? null : text)),
    lunch_later: words(["free", "paid"], 3).map((text, i) => (i % 4 ? text : null))
  };

  it("has its modifiers in what is known of these, whatever is missing of others", () => {
    const {modifiers} = suggestRoles(profileTable({columns, words: {}}), columns, "arm");
    expect(modifiers.map(({column}) => column)).toEqual(["lunch", "lunch_later"]);
  });
});
