// Loaded before Framework: where a loader has said in a sentence why it failed, no trace of Framework's follows.

const LOADER = /loader exited with code|loader skipped due to recent error/;
const FRAMEWORKS = /full stack trace|If you think this is a bug/;

const say = console.error.bind(console);
let failed = false;

console.error = (...words) => {
  const text = words.map((word) => (word instanceof Error ? word.message : String(word))).join(" ");
  if (LOADER.test(text)) failed = true;
  else if (!failed || !FRAMEWORKS.test(text)) say(...words);
};
