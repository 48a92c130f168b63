import {describe, expect, it} from "vitest";
import {groupsOf} from "../../../src/engine/effects/groups.js";
import {treatmentOf} from "../../../src/engine/effects/treatment.js";

const data = {
  t: Float64Array.of(0, 1, 1, 0, 1),
  dose: Float64Array.of(1, 2, 3, 4, 5),
  a: ["v", "u", "v", "u", "v"],
  b: Float64Array.of(10, 9, 10, 10, 9)
};
const t = treatmentOf("t", data.t);

describe("groupsOf", () => {
  it("has the combinations that occur, in order, with their values and rows", () => {
    const groups = groupsOf(data, t, ["a", "b"]);
    expect(groups.map(({key}) => key)).toEqual(["u_9", "u_10", "v_9", "v_10"]);
    expect(groups.map(({values}) => values)).toEqual([
      {a: "u", b: 9},
      {a: "u", b: 10},
      {a: "v", b: 9},
      {a: "v", b: 10}
    ]);
    expect(groups.map(({rows}) => [...rows])).toEqual([[1], [3], [4], [0, 2]]);
  });

  it("counts rows and arms", () => {
    expect(groupsOf(data, t, ["a"])).toMatchObject([
      {key: "u", n: 2, n_treated: 1, n_control: 1},
      {key: "v", n: 3, n_treated: 2, n_control: 1}
    ]);
  });

  it("takes all rows as one group when nothing modifies", () => {
    expect(groupsOf(data, t, [])).toMatchObject([{key: "all", values: {}, n: 5, n_treated: 3}]);
  });

  it("knows no arms of a treatment with many values", () => {
    const [group] = groupsOf(data, treatmentOf("dose", data.dose), []);
    expect([group.n, group.n_treated, group.n_control]).toEqual([5, NaN, NaN]);
  });

  it("counts arms of a text treatment", () => {
    const [group] = groupsOf(data, treatmentOf("a", data.a), []);
    expect([group.n_treated, group.n_control]).toEqual([3, 2]);
  });
});
