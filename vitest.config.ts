// Two projects: the units, and the built site in a real browser (tests/site).
import {defineConfig} from "vitest/config";

const common = {
  environment: "node",
  // What is waited for on a page comes late on a small, busy machine.
  expect: {requireAssertions: true, poll: {timeout: 20_000}},
  // A whole fit may take a minute on a small, busy machine.
  testTimeout: 180_000,
  hookTimeout: 180_000
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: "units",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/site/**"],
          // Hundreds of short files: a process for each would take longer than its tests.
          isolate: false,
          maxWorkers: 3
        }
      },
      {
        test: {
          ...common,
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          // After the units: browsers leave them no processor.
          sequence: {groupOrder: 1},
          maxWorkers: 3
        }
      }
    ]
  }
});
