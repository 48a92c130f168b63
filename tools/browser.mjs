// Finds a Chromium or Chrome for the site tests, or installs one; tells how to start it quietly.
import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {delimiter, join} from "node:path";

// The first is the same engine without a browser's own windows, for half of the processor time.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge"
];

const onMac = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
);

const onWindows = [
  process.env.PROGRAMFILES,
  process.env["PROGRAMFILES(X86)"],
  process.env.LOCALAPPDATA
].flatMap((folder) =>
  folder
    ? [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe")
      ]
    : []
);

/** The browser that playwright-core has installed for itself, if any. */
function ownBrowser() {
  try {
    const require = createRequire(import.meta.url);
    return String(require("playwright-core").chromium.executablePath());
  } catch {
    return "";
  }
}

/** @param {string} path */
function works(path) {
  if (!existsSync(path)) return false;
  // Some distributions put a script there that only says how to get the browser.
  if (process.platform !== "linux") return true;
  return spawnSync(path, ["--version"], {stdio: "ignore", timeout: 20_000}).status === 0;
}

/**
 * The path of a browser: CHROME_PATH, else one in the usual places, else undefined.
 * @returns {string | undefined}
 */
export function findBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...onMac, ...onWindows, ownBrowser()].find(
    (path) => path !== "" && works(path)
  );
}

/**
 * The path of a browser, installed first where there is none: from Debian's packages as root, else
 * by playwright-core. Raises an error when neither helps.
 * @returns {string}
 */
export function needBrowser() {
  const present = findBrowser();
  if (present) return present;
  process.stderr.write("installing a browser for the tests of the site\n");
  const log = /** @type {const} */ ({stdio: ["ignore", 2, 2]});
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
    // Another installation may be under way, as on a machine that has just started.
    const apt = ["-q", "-y", "-o", "DPkg::Lock::Timeout=300"];
    spawnSync("apt-get", [...apt, "update"], {...log, env});
    for (const name of ["chromium-headless-shell", "chromium"]) {
      if (findBrowser()) break;
      spawnSync("apt-get", [...apt, "install", "--no-install-recommends", name], {...log, env});
    }
  }
  if (!findBrowser()) {
    spawnSync(
      process.execPath,
      ["node_modules/playwright-core/cli.js", "install", "chromium"],
      log
    );
  }
  const installed = findBrowser();
  if (!installed) {
    throw new Error("missing browser: Chromium or Chrome; install one or set CHROME_PATH to it");
  }
  return installed;
}

/** Arguments for a browser that asks nothing of anybody and works in a container as root. */
export const launchArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])
];
