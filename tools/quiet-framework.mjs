// Loaded before Framework: where a loader has said in a sentence why it failed, no trace of Framework's follows, and no
// link is called broken that is not.

const LOADER = /loader exited with code|loader skipped due to recent error/;
const FRAMEWORKS = /full stack trace|If you think this is a bug/;

const say = console.error.bind(console);
let failed = false;

console.error = (...words) => {
  const text = words.map((word) => (word instanceof Error ? word.message : String(word))).join(" ");
  if (LOADER.test(text)) failed = true;
  else if (!failed || !FRAMEWORKS.test(text)) say(...words);
};

// Every page's first link leads to its text, in the frame, which Framework does not look into.
const TEXT = "#observablehq-main";
const BROKEN = /\d+ broken links? \(/;

const [warn, log] = [console.warn.bind(console), console.log.bind(console)];
let held = false;

console.warn = (...words) => {
  if (BROKEN.test(words.join(" "))) held = true;
  else warn(...words);
};

console.log = (...words) => {
  const text = words.join(" ");
  const names = text.includes("↳");
  if (names && text.includes(TEXT)) return;
  if (names && held) {
    warn("Warning: links that lead nowhere:");
    held = false;
  }
  log(...words);
};
