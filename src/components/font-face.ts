// A page's font as text, so that an exported picture can carry it along.

/**
 * The `@font-face` rules of the upright cuts of `family` with their files as data URLs; empty when
 * the page has none or a file cannot be fetched, and then the next font of the list is used.
 */
export async function embeddedFont(family: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap(fontRules).filter(({style}) => {
    const name = style.getPropertyValue("font-family").replaceAll(/["']/g, "");
    return name === family && style.getPropertyValue("font-style") !== "italic";
  });
  const texts = await Promise.all(rules.map(embed));
  return texts.join("");
}

function fontRules(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  // A sheet from elsewhere may not be read.
  if (addressOf(sheet).origin !== location.origin) return [];
  return [...sheet.cssRules].filter((rule) => rule.cssText.startsWith("@font-face")) as never[];
}

async function embed({style, parentStyleSheet}: CSSFontFaceRule): Promise<string> {
  const source = /url\("?(.+?)"?\)/.exec(style.getPropertyValue("src"))?.[1];
  if (source === undefined) return "";
  try {
    const url = await embedded(new URL(source, addressOf(parentStyleSheet)));
    if (url === "") return "";
    const family = style.getPropertyValue("font-family");
    const weight = style.getPropertyValue("font-weight") || "normal";
    return `@font-face{font-family:${family};font-weight:${weight};src:url(${url}) format("woff2")}`;
  } catch {
    return "";
  }
}

/** The file at `url` as a data URL, which most fonts of a page are already; empty when it is not there. */
async function embedded(url: URL): Promise<string> {
  if (url.protocol === "data:") return url.href;
  const response = await fetch(url);
  if (!response.ok) return "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:font/woff2;base64,${btoa(text)}`;
}

function addressOf(sheet: CSSStyleSheet | null): URL {
  return new URL(sheet?.href ?? "", document.baseURI);
}
