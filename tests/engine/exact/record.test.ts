import {describe, expect, it} from "vitest";
import {recordChain, type ExactChain} from "../../../src/engine/exact/record.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";

/** A chain that counts its moves and writes how many it has made. */
class Counter implements ExactChain {
  readonly acceptance = 0.9;
  forgotten = 0;
  drawn = 0;
  constructor(readonly warmup: number) {}
  forget(): void {
    ++this.forgotten;
  }
  draw(row: Float64Array): void {
    row.set([this.forgotten, ++this.drawn]);
  }
}

const options = {...resolveOptions(), warmup: 10, draws: 3};

describe("recordChain", () => {
  it("keeps draws by variable, with nothing to say of trajectories", () => {
    const {values, energy, treeDepth, divergent, leapfrogs, allLeapfrogs, stepSize, acceptance} =
      recordChain(2, options, {}, () => new Counter(4));
    expect([...values]).toEqual([4, 4, 4, 1, 2, 3]);
    expect([...energy, stepSize]).toEqual([NaN, NaN, NaN, NaN]);
    expect([...treeDepth, ...divergent, leapfrogs, allLeapfrogs]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(acceptance).toBe(0.9);
  });

  it.each([
    {needs: 4, forgotten: 4},
    {needs: 10, forgotten: 10},
    {needs: Infinity, forgotten: 10}
  ])("forgets $forgotten of 10 where a chain needs $needs", ({needs, forgotten}) => {
    const chain = new Counter(needs);
    recordChain(2, options, {}, () => chain);
    expect([chain.forgotten, chain.drawn]).toEqual([forgotten, 3]);
  });

  it("counts making the chain as warm-up, and reports every iteration once", () => {
    let time = 0;
    const seen: [number, number][] = [];
    const {warmupSeconds, samplingSeconds} = recordChain(
      2,
      options,
      {
        now: () => time,
        progress: (done, total) => {
          seen.push([done, total]);
          time += 100;
        }
      },
      () => {
        time += 5000;
        return new Counter(4);
      }
    );
    expect([warmupSeconds, samplingSeconds]).toEqual([6, 0.3]);
    expect(seen).toEqual(Array.from({length: 13}, (_, i) => [i + 1, 13]));
  });

  it("may be cancelled after every iteration", () => {
    const chain = new Counter(0);
    const signal = {
      get aborted() {
        return chain.drawn > 1;
      }
    };
    expect(() => recordChain(2, options, {signal}, () => chain)).toThrow();
    expect(chain.drawn).toBe(2);
  });
});
