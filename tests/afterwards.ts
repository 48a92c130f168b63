// Files of tests share a process, and those with a document share that: each leaves it as it was.
import {afterAll, vi} from "vitest";

afterAll(() => {
  vi.unstubAllGlobals();
  if (typeof document === "undefined") return;
  document.head.replaceChildren();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
  localStorage.clear();
  sessionStorage.clear();
});
