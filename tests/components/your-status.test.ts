// @vitest-environment jsdom
import {expect, it} from "vitest";
import {YourStatus} from "../../src/components/your-status.js";

it("says what went wrong where it is seen, until something is changed", () => {
  const seen: unknown[] = [];
  Element.prototype.scrollIntoView = (how) => void seen.push(how);
  const status = new YourStatus(() => undefined);
  const problem = status.node.querySelector(".your-problem");
  status.fail(new Error("unknown column: x; did you mean y?"));
  expect(problem?.textContent).toBe("Unknown column: x; did you mean y?");
  expect(seen).toEqual([{block: "nearest"}]);
  status.forget();
  expect(problem?.childNodes).toHaveLength(0);
});
