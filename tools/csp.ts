// The content security policy of a built page: only our own files, and inline only what is known by its hash.
import {createHash} from "node:crypto";

const elements = /<(script|style)(\s[^>]*)?>([\s\S]*?)<\/\1>/g;

/** What a page holds inline, as sources of a policy. */
export interface Inline {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The hashes of the inline scripts and style elements of a page. */
export function inlineHashes(html: string): Inline {
  const found = [...html.matchAll(elements)].filter(
    ([, , attributes]) => !/\ssrc=/.test(attributes)
  );
  const of = (name: string): string[] => [
    ...new Set(found.filter(([, tag]) => tag === name).map(([, , , text = ""]) => source(text)))
  ];
  return {scripts: of("script"), styles: of("style")};
}

/**
 * The page with its policy as the first thing after its charset. Raises an error when the page has no charset to put it
 * after.
 */
export function withPolicy(html: string): string {
  const own = inlineHashes(html);
  const policy = [
    "default-src 'none'",
    `script-src ${["'self'", ...own.scripts].join(" ")}`,
    `style-src-elem ${["'self'", ...own.styles].join(" ")}`,
    // Plot, KaTeX and figures that wait for JavaScript say sizes and colours in style attributes, which run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // A busy worker sees that it is to stop by a Blob of the page's own (src/live/stop-point.ts).
    "connect-src 'self' blob:",
    // The engine's workers are made from the text of the page's own module.
    "worker-src blob:",
    "base-uri 'self'",
    "form-action 'none'"
  ].join("; ");
  const charset = '<meta charset="utf-8">';
  if (!html.includes(charset))
    throw new Error("missing charset: a page cannot be given its policy");
  return html.replace(
    charset,
    `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`
  );
}

function source(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
