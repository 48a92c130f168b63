import {describe, expect, it} from "vitest";
import {tuning} from "../../../src/engine/sampler/options.js";
import {StepSizeAdaptation} from "../../../src/engine/sampler/step-size.js";
import {expectClose} from "../../assert.js";

describe("StepSizeAdaptation", () => {
  it.each([0.6, 0.8, 0.95])("finds the step whose acceptance is %d", (target) => {
    for (const first of [1e-3, 1, 50]) {
      const adaptation = new StepSizeAdaptation(target, first);
      let step = first;
      for (let i = 0; i < 3000; ++i) step = adaptation.update(Math.exp(-step));
      // The average of log steps lies a few percent off, since acceptance is curved in them.
      expectClose(adaptation.final(), -Math.log(target), {relative: 0.1});
    }
  });

  it("takes the first steps of the published algorithm", () => {
    const {gamma, delay, kappa, centre} = tuning.dualAveraging;
    const acceptances = [0.2, 1, 0.9, 0.5];
    const adaptation = new StepSizeAdaptation(0.8, 0.5);
    // H and log-step averages as sums, as in equation 6 of the paper.
    let h = 0;
    let average = 0;
    acceptances.forEach((acceptance, i) => {
      const t = i + 1;
      h = (1 - 1 / (t + delay)) * h + (0.8 - acceptance) / (t + delay);
      const logStep = Math.log(centre * 0.5) - (Math.sqrt(t) / gamma) * h;
      average = t ** -kappa * logStep + (1 - t ** -kappa) * average;
      expectClose(adaptation.update(acceptance), Math.exp(logStep), {relative: 1e-12});
    });
    expectClose(adaptation.final(), Math.exp(average), {relative: 1e-12});
  });

  it("counts an acceptance above one as one", () => {
    const [a, b] = [new StepSizeAdaptation(0.8, 1), new StepSizeAdaptation(0.8, 1)];
    expect(a.update(1.7)).toBe(b.update(1));
  });

  it("makes smaller steps after rejections and larger ones after acceptances", () => {
    const adaptation = new StepSizeAdaptation(0.8, 1);
    const rejected = adaptation.update(0);
    expect(adaptation.update(0)).toBeLessThan(rejected);
    adaptation.restart(1);
    const accepted = adaptation.update(1);
    expect(adaptation.update(1)).toBeGreaterThan(accepted);
  });

  it("forgets all at a restart", () => {
    const [used, fresh] = [new StepSizeAdaptation(0.8, 1), new StepSizeAdaptation(0.8, 0.2)];
    for (let i = 0; i < 10; ++i) used.update(0.1);
    used.restart(0.2);
    for (const acceptance of [0.3, 0.9, 0.7])
      expect(used.update(acceptance)).toBe(fresh.update(acceptance));
    expect(used.final()).toBe(fresh.final());
  });
});
