import {describe, expect, it} from "vitest";
import {
  calibrationReading,
  growthReading,
  ratioText,
  roundText,
  secondsText,
  speedReading,
  speedSentence
} from "../../src/components/trust-readings.js";
import type {GrowthRow, SpeedRow, TrustCard} from "../../src/components/trust-types.js";

const speed = (label: string, ours: number, stan: number | null, rough = false): SpeedRow =>
  ({
    label,
    method: "exact draws",
    ours,
    stan,
    ratio: stan === null ? null : ours / stan,
    rough,
    variables: 44
  }) as SpeedRow;

describe("roundText and secondsText", () => {
  it("keep significant digits, not decimals", () => {
    expect([0.012345, 6.5149, 1234.5].map((x) => roundText(x))).toEqual([
      "0.0123",
      "6.51",
      "1,230"
    ]);
    expect([0.00042, 0.0528, 6.89].map(secondsText)).toEqual(["0.42 ms", "53 ms", "6.9 s"]);
  });
});

describe("readings of speed", () => {
  it("name the least and the greatest ratio and count the rough ones", () => {
    const text = speedReading([
      speed("Fast", 2400, 0.2, true),
      speed("Slow", 13, 2),
      speed("Alone", 5, null)
    ]);
    expect(text).toContain("6.5 times (Slow) to about 12,000 times (Fast).");
    expect(text).toContain("1 model in which");
  });
  it("claim nothing without Stan", () => {
    expect(ratioText({ratio: null, rough: true})).toBe("not run in Stan");
    expect(speedReading([speed("Alone", 5, null)])).toBe(
      "No model has been compared with Stan yet."
    );
    expect(speedSentence(speed("Alone", 5, null))).toMatch(/44 parameters and effects; not run/);
  });
});

describe("readings of growth", () => {
  it("say by how much sampling grew, model by model", () => {
    const row = (model: string, rows: number, sampling_seconds: number) =>
      ({model, rows, sampling_seconds}) as GrowthRow;
    expect(growthReading([row("a", 10, 0.2), row("a", 1e6, 0.3), row("b", 10, 1)], "rows")).toBe(
      "A: from 10 to 1,000,000 rows sampling takes 1.5 times as long. " +
        "B: from 10 to 10 rows sampling takes 1 times as long."
    );
  });
});

describe("readings of calibration", () => {
  it("count curves within the band and name the least even model", () => {
    const curves = Array.from({length: 20}, () => ({name: "b", excess: []}));
    const row = {label: "M", method: "NUTS", curves, within: 18, p: 0.2};
    const card = {
      calibration: [row, {...row, label: "N", p: 0.031}],
      calibration_p: 0.0537
    } as unknown as TrustCard;
    expect(calibrationReading(card)).toBe(
      "36 of 40 curves keep within the band; 38 are expected. Over all panels p = 0.05; the least is 0.03 (N, NUTS)."
    );
  });
});
