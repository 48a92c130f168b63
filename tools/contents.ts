// The list of a page's sections on narrow windows, and links to sections that lead there whatever grows on the way.

const list = /<aside id="observablehq-toc"[^>]*>\s*<nav[^>]*>[\s\S]*?<ol>([\s\S]*?)<\/ol>/;
const main = '<main id="observablehq-main"';

/**
 * After a link within the page was followed, what is drawn late above its target moves that. So the target is aimed at
 * again whenever the page's height changes, until the reader scrolls, presses anything, or ten seconds are over. And
 * the list folds when a link in it is followed, at a press outside and at Escape; by itself it would stay open.
 */
const script = `<script>{
const reader = ["wheel", "touchmove", "pointerdown", "keydown"];
let end = () => {};
const aim = () => {
  end();
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const growth = new ResizeObserver(() => target.scrollIntoView());
  const late = setTimeout(() => end(), 10000);
  end = () => {
    growth.disconnect();
    clearTimeout(late);
    for (const type of reader) removeEventListener(type, end, true);
  };
  for (const type of reader) addEventListener(type, end, {capture: true, passive: true});
  growth.observe(document.body);
};
const fold = () => document.querySelector(".contents details[open]");
addEventListener("click", ({target}) => {
  const link = target.closest?.("a[href]");
  if (link?.closest(".contents")) fold().open = false;
  if (link?.hash && link.pathname === location.pathname)
    setTimeout(() => link.hash === location.hash && aim());
});
addEventListener("pointerdown", ({target}) => {
  const open = fold();
  if (open && !open.contains(target)) open.open = false;
});
addEventListener("keydown", ({key}) => {
  const open = fold();
  if (!open || key !== "Escape") return;
  open.open = false;
  open.firstElementChild.focus();
});
}</script>`;

/**
 * The page with its list of sections once more, folded, for windows that have no room for it beside the text, and with
 * the script that follows links; it is the same where a page has no such list. Without JavaScript the list opens too.
 */
export function withContents(html: string): string {
  const entries = list.exec(html)?.[1]?.match(/<a href="#[^"]*">[\s\S]*?<\/a>/g) ?? [];
  if (entries.length === 0 || !html.includes(main)) return html;
  const items = entries.map((link) => `<li>${link}</li>`).join("\n");
  const nav = `<nav class="contents" aria-label="Sections of this page"><details><summary>Contents</summary>\n<ol>\n${items}\n</ol>\n</details></nav>\n`;
  return html.replace(main, () => `${nav}${main}`).replace("</head>", () => `${script}\n</head>`);
}
