import {describe, expect, it} from "vitest";
import {agreementCard} from "../../../src/data/trust/agreement-rows.js";
import {readAgreement, type AgreementRecord} from "../../../src/data/trust/results.js";
import {cases} from "../../agreement/cases.js";
import {readReference} from "../../agreement/reference.js";

const record: AgreementRecord = {
  date: "2026-01-31",
  poolhouse: "1",
  machine: {cpu: "abacus", cores: 1, node: "20", system: "wood"},
  rows: [
    {
      ...{model: "tw-lambda", method: "nuts", against: "Stan", chains: 4, draws: 1000},
      ...{parameters: 4, left_out: 1, worst: "b_x", beyond: ["b_x"]},
      z: [0.2, -0.3, 2.1, -9],
      ratios: [0.9, 1, 1.02, 1.3]
    }
  ]
};

describe("agreementCard", () => {
  it("bins distances in halves of an error, those beyond in the outermost", () => {
    const [row] = agreementCard(record).rows;
    const {edges} = agreementCard(record);
    const at = (z: number) => row.shares[edges.findIndex((edge) => edge > z) - 1];
    expect([at(0.2), at(-0.3), at(2.1), row.shares[0]]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(row.shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(row).toMatchObject({
      largest: 9,
      within2: 2,
      beyond: 1,
      label: expect.any(String) as string
    });
    expect(row.mean_square).toBeCloseTo((0.04 + 0.09 + 4.41 + 81) / 4, 3);
    expect([row.ratio.low, row.ratio.high]).toEqual([0.9, 1.3]);
  });

  it("sets beside them what a standard normal has there", () => {
    const {expected, edges} = agreementCard(record);
    expect(expected.reduce((a, b) => a + b)).toBeCloseTo(1, 3);
    // P(0 < z < 0.5)
    expect(expected[edges.indexOf(0)]).toBeCloseTo(0.1915, 4);
  });
});

describe("the committed record", () => {
  const {rows} = readAgreement();

  it("has every reference by every method, and eight schools by both", () => {
    const wanted = cases.flatMap(({id}) =>
      readReference(id).spec.family === "gaussian"
        ? [`${id}, exact`, `${id}, nuts`]
        : [`${id}, nuts`]
    );
    const schools = ["eight-schools, exact", "eight-schools, nuts"];
    expect(rows.map(({model, method}) => `${model}, ${method}`)).toEqual([...wanted, ...schools]);
  });

  it("holds every parameter that its reference knows enough of, none beyond a limit", () => {
    for (const {model, parameters, left_out, z, ratios, beyond} of rows) {
      expect([z.length, ratios.length, beyond.length]).toEqual([parameters, parameters, 0]);
      const all = model === "eight-schools" ? 80 : readReference(model).parameters.length;
      expect(parameters + left_out).toBe(all);
      expect(z.every((x) => Math.abs(x) <= 4)).toBe(true);
    }
  });
});
