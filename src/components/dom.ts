// Builds elements: a tag, its attributes and its children, in whatever document is in force.

type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);
type Child = Node | string | null | undefined | false;

/**
 * A word that no language has. A browser kerns a word anew for every line that it breaks it into: half a second for
 * ten thousand letters, wherever they are shown.
 */
const endless = /\S{300}/;

/** Puts `text` alone into `node`; an endless word goes without kerning. */
export function setText(node: HTMLElement, text: string): void {
  node.textContent = text;
  node.classList.toggle("unkerned", endless.test(text));
}

/**
 * An HTML element. `true` writes an empty attribute; `false`, null and undefined write none; a
 * function under `onclick`, `oninput` … listens. Empty children are left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      node.setAttribute(name, String(value));
  }
  const shown = children.filter(
    (child) => child !== null && child !== undefined && child !== false
  );
  node.append(...shown);
  if (shown.some((child) => typeof child === "string" && endless.test(child))) {
    node.classList.add("unkerned");
  }
  return node;
}
