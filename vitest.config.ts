// Two projects: the units, and the built site in a real browser (tests/site).
import {readFileSync} from "node:fs";
import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/** What takes a minute or more; started last, it would go on alone at the end. */
const long = [
  "tests/site/pages",
  "tests/site/still",
  "tests/site/way",
  "tests/site/live",
  "tests/agreement/stan",
  "tests/tools/dev",
  "tests/calibration/calibration",
  "tests/cli/new.test"
];

/** The place among what begins early; after it, first what runs in Node alone, then what has a document. */
function rankOf({moduleId}: TestSpecification): number {
  const at = long.findIndex((name) => moduleId.includes(name));
  if (at >= 0) return at;
  const text = readFileSync(moduleId, "utf8");
  return text.startsWith("// @vitest-environment jsdom") ? long.length + 1 : long.length;
}

/**
 * A clean clone knows no times of files, and would begin with the largest. A process goes on to the next file only
 * where that has the same environment, and another loads every module anew.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const ranked = sorted.map((file) => ({file, rank: rankOf(file)}));
    return ranked.sort((a, b) => a.rank - b.rank).map(({file}) => file);
  }
}

const common = {
  environment: "node",
  // Hundreds of short files, and browser tests that share large libraries: a process for each would load all anew.
  isolate: false,
  // What is waited for on a page comes late on a small, busy machine.
  expect: {requireAssertions: true, poll: {timeout: 20_000}},
  // A whole fit may take a minute on a small, busy machine.
  testTimeout: 180_000,
  hookTimeout: 180_000
} as const;

export default defineConfig({
  test: {
    sequence: {sequencer: LongestFirst},
    projects: [
      {
        test: {
          ...common,
          name: "units",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/site/**"],
          setupFiles: ["tests/afterwards.ts"],
          maxWorkers: 3
        }
      },
      {
        test: {
          ...common,
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          // After the units: browsers leave them no processor, one for each.
          sequence: {groupOrder: 1},
          maxWorkers: 2
        }
      }
    ]
  }
});
